package org.shuqiao.search;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.time.Clock;
import java.util.Arrays;
import org.shuqiao.search.evaluate.Evaluation;
import org.shuqiao.search.learn.LearnRanking;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Keeps the indices and answers what is found in them. With {@code evaluate} as first argument it measures itself, with
 * {@code learn-ranking} it learns.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SearchIndexApplication {
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("evaluate")) {
            System.exit(Evaluation.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("learn-ranking")) {
            System.exit(LearnRanking.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        new SpringApplicationBuilder(SearchIndexApplication.class)
                .properties("spring.config.name=search-index")
                .run(args);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Search")
                        .version("1")
                        .description(
                                "Search, saved searches with their alerts, and matches of offers and demands. Errors are RFC 9457 problems of media type"
                                        + " application/problem+json."));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactions) {
        return TransactionalOperator.create(transactions);
    }
}
