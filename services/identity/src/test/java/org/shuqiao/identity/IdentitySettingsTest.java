package org.shuqiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class IdentitySettingsTest {
    private final IdentitySettings defaults = TestDatabase.settings(Map.of());

    @Test
    void hasTheseDefaults() {
        assertThat(defaults.issuer()).isEqualTo(URI.create("http://127.0.0.1:18084"));
        assertThat(defaults.audience()).isEqualTo("shuqiao");
        assertThat(defaults.mailFrom()).isEqualTo("Shuqiao <no-reply@shuqiao.example>");
        assertThat(defaults.clients()).isEmpty();
        assertThat(defaults.passwords())
                .isEqualTo(new IdentitySettings.Passwords(DataSize.ofMegabytes(19), 2, Duration.ofSeconds(5)));
        assertThat(defaults.links())
                .isEqualTo(new IdentitySettings.Links(Duration.ofHours(24), Duration.ofMinutes(30)));
        assertThat(defaults.tokens())
                .isEqualTo(new IdentitySettings.Tokens(Duration.ofMinutes(5), Duration.ofHours(12)));
        assertThat(defaults.signingKeys())
                .isEqualTo(new IdentitySettings.SigningKeys(
                        Duration.ofDays(30), Duration.ofHours(1), Duration.ofMinutes(1)));
        assertThat(defaults.limits())
                .isEqualTo(new IdentitySettings.Limits(
                        new IdentitySettings.Rate(10, Duration.ofMinutes(10)),
                        new IdentitySettings.Rate(50, Duration.ofMinutes(1)),
                        new IdentitySettings.Rate(5, Duration.ofMinutes(15)),
                        new IdentitySettings.Rate(20, Duration.ofMinutes(3)),
                        new IdentitySettings.Rate(30, Duration.ofMinutes(1)),
                        new IdentitySettings.Rate(5, Duration.ofMinutes(30)),
                        new IdentitySettings.Rate(50, Duration.ofMinutes(1))));
    }

    @Test
    void addressesPagesBelowTheIssuer() {
        IdentitySettings settings = TestDatabase.settings(Map.of("issuer", "https://id.example.org/"));
        assertThat(settings.page("/recover")).isEqualTo(URI.create("https://id.example.org/recover"));
    }
}
