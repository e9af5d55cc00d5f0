package org.shuqiao.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of messaging as a service has it, on real servers; all of them share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = MessagingApplication.class,
        properties = {
            "spring.r2dbc.url=r2dbc:postgresql://${shuqiao.postgres.host}:${shuqiao.postgres.port}/${shuqiao.postgres.database}",
            "spring.r2dbc.username=${shuqiao.postgres.user}",
            "spring.r2dbc.password=${shuqiao.postgres.password}",
            "spring.flyway.url=jdbc:postgresql://${shuqiao.postgres.host}:${shuqiao.postgres.port}/${shuqiao.postgres.database}",
            "spring.flyway.user=${shuqiao.postgres.user}",
            "spring.flyway.password=${shuqiao.postgres.password}",
            "spring.flyway.locations=classpath:db/messaging",
            "management.tracing.sampling.probability=1",
            "shuqiao.messaging.group=${shuqiao.namespace}messaging",
            "shuqiao.messaging.retry-delay=20ms",
            "shuqiao.messaging.outage-delay=100ms"
        })
@interface MessagingTest {}
