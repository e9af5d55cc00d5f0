package org.shuqiao.profile;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** What the features share: the time, the transaction, and what the interface says of itself. */
@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactions) {
        return TransactionalOperator.create(transactions);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Profile")
                        .version("1")
                        .description(
                                "Organizations and their members, cities and zones. Errors are RFC 9457 problems of media type"
                                        + " application/problem+json."));
    }
}
