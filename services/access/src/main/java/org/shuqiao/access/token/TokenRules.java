package org.shuqiao.access.token;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What must hold of a token besides its signature (RFC 9068, section 4). */
final class TokenRules {
    /** How far the issuer's clock may be from ours. */
    private static final Duration CLOCKS = Duration.ofSeconds(30);

    private TokenRules() {}

    static OAuth2TokenValidator<Jwt> of(String issuer, List<String> audiences) {
        JwtTimestampValidator time = new JwtTimestampValidator(CLOCKS);
        time.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtIssuerValidator(issuer),
                token -> result(isFor(token, audiences), "The token is for others."),
                token -> result(namesWhoAsks(token), "The token does not say who asks by which client."));
    }

    private static boolean isFor(Jwt token, List<String> audiences) {
        List<String> those = token.getAudience();
        return those != null && those.stream().anyMatch(audiences::contains);
    }

    /** The subject is the client itself, or an account. */
    private static boolean namesWhoAsks(Jwt token) {
        String subject = token.getSubject();
        return subject != null
                && token.getClaims().get(AccessToken.CLIENT) instanceof String client
                && !client.isBlank()
                && (subject.equals(client) || isId(subject));
    }

    private static boolean isId(@Nullable String text) {
        try {
            return text != null && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static OAuth2TokenValidatorResult result(boolean holds, String otherwise) {
        return holds
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, otherwise, null));
    }
}
