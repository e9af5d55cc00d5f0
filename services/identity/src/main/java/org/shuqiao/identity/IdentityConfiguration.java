package org.shuqiao.identity;

import java.time.Clock;
import org.shuqiao.identity.secret.MasterKey;
import org.shuqiao.identity.secret.Sealer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the features share: the time, the transaction, and the seal. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    Sealer sealer(IdentitySettings settings) {
        return new Sealer(MasterKey.of(settings.key(), settings.keyFile()));
    }
}
