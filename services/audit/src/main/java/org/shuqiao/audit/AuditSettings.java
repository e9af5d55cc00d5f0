package org.shuqiao.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code shuqiao.audit}: how checkpoints of the log are made.
 *
 * @param checkpointInterval how long after one checkpoint the next is made, at least 1s
 * @param checkpointKey the private key that signs them (PEM, PKCS #8, Ed25519); for the environment
 * @param checkpointKeyFile a file with it, instead; with neither no checkpoints are made
 * @param earlierKeysFile the public keys (PEM) of those that signed before
 */
@ConfigurationProperties("shuqiao.audit")
record AuditSettings(
        @DefaultValue("10m") Duration checkpointInterval,
        @Nullable String checkpointKey,
        @Nullable Path checkpointKeyFile,
        @Nullable Path earlierKeysFile) {
    AuditSettings {
        if (checkpointInterval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "shuqiao.audit.checkpoint-interval: expected at least 1s, got " + checkpointInterval);
        }
        if (checkpointKey != null && checkpointKeyFile != null) {
            throw new IllegalArgumentException(
                    "shuqiao.audit: expected one of checkpoint-key and checkpoint-key-file, got both");
        }
    }

    /** Whether checkpoints are made. */
    boolean hasKey() {
        return checkpointKey != null || checkpointKeyFile != null;
    }

    /** The key is in none of the settings' texts. */
    @Override
    public String toString() {
        return "AuditSettings[checkpointInterval=" + checkpointInterval + ", key=" + (hasKey() ? "given" : "none")
                + "]";
    }
}
