package org.shuqiao.access.token;

import org.shuqiao.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import reactor.core.publisher.Mono;

/** The refusal of who did not say, in a way that can be believed, who it is; with the challenge of RFC 6750, section 3. */
public final class NotAuthenticated {
    private static final String CHALLENGE = "Bearer realm=\"shuqiao\"";

    private NotAuthenticated() {}

    /** Of a request without a token. */
    public static Problem problem() {
        return problem(CHALLENGE);
    }

    /** Of a token that is none, or of another, or old; which of them is not said. */
    static Mono<Void> because(AuthenticationException refusal) {
        return Mono.error(() -> problem(CHALLENGE + ", error=\"invalid_token\""));
    }

    private static Problem problem(String challenge) {
        return new Problem(
                        HttpStatus.UNAUTHORIZED,
                        "not-authenticated",
                        "This needs somebody who is signed in, with an access token that is good now.")
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
