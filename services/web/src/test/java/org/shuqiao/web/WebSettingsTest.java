package org.shuqiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class WebSettingsTest {
    private static WebSettings settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("shuqiao.web", WebSettings.class);
    }

    @Test
    void hasTheseDefaults() {
        assertThat(settings(Map.of())).isEqualTo(new WebSettings(DataSize.ofMegabytes(1), Duration.ofHours(48)));
    }

    @Test
    void keepsAnswersForAtLeastADay() {
        assertThatThrownBy(() -> settings(Map.of("shuqiao.web.keep-answers", "23h")))
                .rootCause()
                .hasMessageContaining("at least 24h");
    }
}
