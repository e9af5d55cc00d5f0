package org.shuqiao.gateway;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the gateway with the settings of {@code gateway.yaml}. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties({GatewaySettings.class, ServiceAddresses.class})
public class GatewayApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The application as {@link #main} runs it, for tests that start the real thing. */
    static SpringApplication application() {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "gateway"));
        return application;
    }
}
