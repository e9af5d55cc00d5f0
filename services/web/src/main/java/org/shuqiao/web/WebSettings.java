package org.shuqiao.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code shuqiao.web}: the longest body that is read into memory (imports are streamed and have their own cap), and how
 * long answers are kept for the idempotency keys they belong to, at least 24 hours.
 */
@ConfigurationProperties("shuqiao.web")
record WebSettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("48h") Duration keepAnswers) {
    WebSettings {
        if (keepAnswers.compareTo(Duration.ofHours(24)) < 0) {
            throw new IllegalArgumentException("shuqiao.web.keep-answers: expected at least 24h, got " + keepAnswers);
        }
        if (maxBody.toBytes() < 1 || maxBody.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("shuqiao.web.max-body: expected 1B to under 2GB, got " + maxBody);
        }
    }
}
