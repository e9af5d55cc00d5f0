package org.shuqiao.identity.signin;

import java.util.Collections;
import java.util.Objects;
import java.util.UUID;
import org.shuqiao.identity.IdentitySettings;
import org.shuqiao.identity.account.Account;
import org.shuqiao.identity.account.PostgresAccounts;
import org.shuqiao.identity.factor.Factor;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What tokens say beside the account's id. An access token is for the services (RFC 9068) and names client, scopes and, of a
 * person, the session and how it was signed in; an ID token is for the client and has the session, and address and language where they were asked for.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private final PostgresAccounts accounts;
    private final String audience;

    TokenClaims(PostgresAccounts accounts, IdentitySettings settings) {
        this.accounts = accounts;
        this.audience = settings.audience();
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication subject = Objects.requireNonNull(context.getPrincipal());
        if (subject.getDetails() instanceof String sid) {
            context.getClaims().claim("sid", sid).claim("amr", Factor.methods(subject));
        }
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            addForServices(context);
        } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            accounts.find(UUID.fromString(subject.getName())).ifPresent(found -> add(found, context));
        }
    }

    private void addForServices(JwtEncodingContext context) {
        context.getJwsHeader().type("at+jwt");
        context.getClaims()
                // a list that the framework reads back from the database
                .audience(Collections.singletonList(audience))
                .claim("client_id", context.getRegisteredClient().getClientId());
        if (!context.getAuthorizedScopes().isEmpty()) {
            // a string with spaces (RFC 9068, 2.2.3), where the framework writes an array
            context.getClaims().claim("scope", String.join(" ", context.getAuthorizedScopes()));
        }
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
