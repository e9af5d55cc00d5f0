package org.shuqiao.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs the identity service, configured by {@code identity.yaml} and the environment. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class IdentityApplication {
    public static void main(String[] args) {
        System.setProperty("spring.config.name", "identity");
        SpringApplication.run(IdentityApplication.class, args);
    }
}
