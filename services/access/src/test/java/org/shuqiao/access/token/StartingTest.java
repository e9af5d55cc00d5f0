package org.shuqiao.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StartingTest {
    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri=";

    private final ReactiveWebApplicationContextRunner service = new ReactiveWebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(TokenAutoConfiguration.class));

    @Test
    void refusesToStartWithoutAnIssuer() {
        service.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("expected spring.security.oauth2.resourceserver.jwt.issuer-uri"));
    }

    @Test
    void startsWithoutTheIssuerBeingThere() {
        service.withPropertyValues(ISSUER + "http://127.0.0.1:1")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "::1", "localhost"})
    void opensOnTheLoopback(String address) {
        service.withPropertyValues("shuqiao.access.open=true", "server.address=" + address)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "192.0.2.1", "no.such.host.invalid", "''"})
    void opensNowhereElse(String address) {
        service.withPropertyValues("shuqiao.access.open=true", "server.address=" + address)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("expected server.address to be the loopback"));
    }

    @Test
    void opensNotWhereThereIsAnIssuer() {
        service.withPropertyValues(
                        "shuqiao.access.open=true", "server.address=127.0.0.1", ISSUER + "http://127.0.0.1:1")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("got both"));
    }

    /** As {@code deploy/run} gives it. */
    @Test
    void readsTheEnvironment() {
        inEnvironment(Map.of("SHUQIAO_ACCESS_OPEN", "true", "SERVER_ADDRESS", "127.0.0.1"))
                .run(context -> assertThat(context).hasNotFailed());
        inEnvironment(Map.of("SHUQIAO_ACCESS_OPEN", "true", "SERVER_ADDRESS", "0.0.0.0"))
                .run(context -> assertThat(context).hasFailed());
        inEnvironment(Map.of("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI", "http://127.0.0.1:1"))
                .run(context -> assertThat(context).hasNotFailed());
    }

    private ReactiveWebApplicationContextRunner inEnvironment(Map<String, Object> variables) {
        return service.withInitializer(context -> {
            ConfigurableEnvironment environment = context.getEnvironment();
            environment
                    .getPropertySources()
                    .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
            // as SpringApplication does
            ConfigurationPropertySources.attach(environment);
        });
    }
}
