package org.shuqiao.profile.invitation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code shuqiao.profile.invitations}.
 *
 * @param lifetime how long one can be accepted, 1 minute to 90 days
 * @param most how many of one organization wait for an answer at once
 */
@ConfigurationProperties("shuqiao.profile.invitations")
record InvitationSettings(
        @DefaultValue("7d") Duration lifetime,
        @DefaultValue("100") int most) {
    InvitationSettings {
        if (lifetime.compareTo(Duration.ofMinutes(1)) < 0 || lifetime.compareTo(Duration.ofDays(90)) > 0) {
            throw new IllegalArgumentException(
                    "shuqiao.profile.invitations.lifetime: expected 1m to 90d, got " + lifetime);
        }
        if (most < 1) {
            throw new IllegalArgumentException("shuqiao.profile.invitations.most: expected at least 1, got " + most);
        }
    }
}
