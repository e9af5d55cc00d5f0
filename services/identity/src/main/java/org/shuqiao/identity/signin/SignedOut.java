package org.shuqiao.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.session.EndingSessions;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Ends a session by whichever door: the button of the page ends the browser's, a client's logout (OpenID Connect
 * RP-Initiated Logout 1.0) the one its ID token came from, and the browser's too if it is there.
 */
@Component
class SignedOut implements LogoutHandler {
    private final EndingSessions sessions;
    private final SecurityContextLogoutHandler browser = new SecurityContextLogoutHandler();

    SignedOut(EndingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication instanceof OidcLogoutAuthenticationToken byClient) {
            OidcIdToken idToken = byClient.getIdToken();
            if (idToken != null && idToken.getSubject() != null) {
                end(idToken.getSubject(), idToken.getClaimAsString("sid"));
            }
            if (byClient.isPrincipalAuthenticated() && byClient.getPrincipal() instanceof Authentication present) {
                end(present.getName(), present.getDetails());
                browser.logout(request, response, present);
            }
        } else if (authentication != null) {
            end(authentication.getName(), authentication.getDetails());
        }
    }

    private void end(String account, @Nullable Object sid) {
        if (sid instanceof String text) {
            sessions.end(UUID.fromString(account), text);
        }
    }
}
