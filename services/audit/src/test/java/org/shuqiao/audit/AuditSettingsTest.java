package org.shuqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AuditSettingsTest {
    private static AuditSettings settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("shuqiao.audit", AuditSettings.class);
    }

    @Test
    void hasTheseDefaults() {
        assertThat(settings(Map.of())).isEqualTo(new AuditSettings(Duration.ofMinutes(10), null, null, null));
    }

    @Test
    void takesOneKeyOnlyAndNoHasteWithIt() {
        assertThatThrownBy(() -> settings(Map.of(
                        "shuqiao.audit.checkpoint-key", "a",
                        "shuqiao.audit.checkpoint-key-file", "b")))
                .rootCause()
                .hasMessageContaining("got both");
        assertThatThrownBy(() -> settings(Map.of("shuqiao.audit.checkpoint-interval", "10ms")))
                .rootCause()
                .hasMessageContaining("at least 1s");
    }

    @Test
    void doesNotSayTheKey() {
        assertThat(settings(Map.of("shuqiao.audit.checkpoint-key", "secret")).toString())
                .doesNotContain("secret");
    }
}
