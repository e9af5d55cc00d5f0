package org.shuqiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** A default changes on purpose or not at all. */
class GatewaySettingsTest {

    @Test
    void hasTheseDefaults() {
        GatewaySettings settings =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("shuqiao.gateway", GatewaySettings.class);

        assertThat(settings)
                .isEqualTo(new GatewaySettings(
                        new GatewaySettings.Quotas(1200, 300, 30, Duration.ofMinutes(1)),
                        new GatewaySettings.QuotaStore(Duration.ofMillis(150), Duration.ofSeconds(1), 100_000),
                        new GatewaySettings.Bodies(DataSize.ofMegabytes(4), DataSize.ofGigabytes(4)),
                        new GatewaySettings.Deadlines(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(10),
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(1)),
                        new GatewaySettings.Breaker(Duration.ofSeconds(10), 10, 50f, Duration.ofSeconds(5), 3),
                        new GatewaySettings.OpenApi(
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(3),
                                DataSize.ofMegabytes(4)),
                        new GatewaySettings.Identity(
                                URI.create("http://127.0.0.1:18084"),
                                "gateway",
                                "",
                                "shuqiao",
                                URI.create("http://127.0.0.1:8080"),
                                Duration.ofSeconds(3),
                                Duration.ofMinutes(10),
                                Duration.ofSeconds(30)),
                        new GatewaySettings.Sessions(
                                null,
                                null,
                                Duration.ofHours(1),
                                Duration.ofHours(24),
                                Duration.ofMinutes(10),
                                Duration.ofSeconds(30),
                                Duration.ofMillis(500),
                                true),
                        List.of(),
                        List.of()));
    }

    @Test
    void refusesAQuotaOfNothing() {
        assertThatThrownBy(() -> new GatewaySettings.Quotas(0, 1, 1, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GatewaySettings.Quotas(1, 1, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
