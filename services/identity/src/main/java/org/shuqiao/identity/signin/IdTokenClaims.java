package org.shuqiao.identity.signin;

import java.util.Objects;
import java.util.UUID;
import org.shuqiao.identity.account.Account;
import org.shuqiao.identity.account.PostgresAccounts;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What an ID token says beside the account's id: the session, and the address and language where they were asked for. */
@Component
class IdTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private final PostgresAccounts accounts;

    IdTokenClaims(PostgresAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            return;
        }
        Authentication account = Objects.requireNonNull(context.getPrincipal());
        if (account.getDetails() instanceof String sid) {
            context.getClaims().claim("sid", sid);
        }
        accounts.find(UUID.fromString(account.getName())).ifPresent(found -> add(found, context));
    }

    private static void add(Account account, JwtEncodingContext context) {
        if (context.getAuthorizedScopes().contains(OidcScopes.EMAIL)) {
            context.getClaims()
                    .claim(StandardClaimNames.EMAIL, account.email())
                    .claim(StandardClaimNames.EMAIL_VERIFIED, true);
        }
        if (context.getAuthorizedScopes().contains(OidcScopes.PROFILE)) {
            context.getClaims()
                    .claim(StandardClaimNames.LOCALE, account.language().tag());
        }
    }
}
