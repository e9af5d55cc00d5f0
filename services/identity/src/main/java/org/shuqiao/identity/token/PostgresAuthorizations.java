package org.shuqiao.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.PostgresTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The authorizations, each with the family of refresh tokens that followed from one sign-in. A code or refresh token is used
 * once: when one comes again, or two requests use one at the same time, the family is removed, and whoever has the newest
 * of its tokens must sign in again (RFC 9700, 4.14.2).
 */
public class PostgresAuthorizations implements OAuth2AuthorizationService {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresAuthorizations.class);
    /** In the object, never in the database: in what state it was read. */
    private static final String READ_AS = "org.shuqiao.read-as";
    /** An expired ID token may still be shown at a logout. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcOAuth2AuthorizationService plain;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PostgresAuthorizations(
            JdbcOperations jdbc, RegisteredClientRepository clients, TransactionTemplate transaction, Clock clock) {
        this.plain = new JdbcOAuth2AuthorizationService(jdbc, clients);
        this.plain.setAuthorizationParametersMapper(new HashedTokens());
        this.database = JdbcClient.create(jdbc);
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        String readAs = authorization.getAttribute(READ_AS);
        OAuth2Authorization clean = OAuth2Authorization.from(authorization)
                .attributes(attributes -> attributes.remove(READ_AS))
                .build();
        boolean saved =
                Boolean.TRUE.equals(transaction.execute(_ -> readAs == null ? add(clean) : change(clean, readAs)));
        if (!saved) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private boolean add(OAuth2Authorization authorization) {
        plain.save(authorization);
        noteSession(authorization);
        return true;
    }

    private boolean change(OAuth2Authorization authorization, String readAs) {
        String id = authorization.getId();
        boolean there = database.sql("SELECT id FROM oauth2_authorization WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .optional()
                .isPresent();
        OAuth2Authorization before = there ? plain.findById(id) : null;
        if (before == null) {
            return false;
        }
        if (!state(before).equals(readAs)) {
            LOG.warn("Two requests used one code or refresh token; authorization {} is removed", id);
            plain.remove(before);
            return false;
        }
        String spent = kept(before, OAuth2RefreshToken.class);
        if (!spent.isEmpty() && !spent.equals(kept(authorization, OAuth2RefreshToken.class))) {
            database.sql("INSERT INTO spent_refresh_token (token_hash, authorization_id, spent_at) VALUES (?, ?, ?)")
                    .param(spent)
                    .param(id)
                    .param(PostgresTime.of(clock.instant()))
                    .update();
        }
        plain.save(authorization);
        noteSession(authorization);
        return true;
    }

    private void noteSession(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OidcIdToken> idToken = authorization.getToken(OidcIdToken.class);
        if (idToken != null) {
            database.sql("UPDATE oauth2_authorization SET sid = ? WHERE id = ?")
                    .param(idToken.getToken().getClaimAsString("sid"))
                    .param(authorization.getId())
                    .update();
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        plain.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return marked(plain.findById(id));
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        String hash = HashedTokens.ofPresented(token);
        OAuth2Authorization found = plain.findByToken(hash, type);
        if (found == null && (type == null || OAuth2TokenType.REFRESH_TOKEN.equals(type))) {
            removeFamily(hash);
        }
        return found == null ? null : marked(HashedTokens.withPresented(found, token));
    }

    private void removeFamily(String hash) {
        int removed = database.sql("""
                        DELETE FROM oauth2_authorization WHERE id IN
                            (SELECT authorization_id FROM spent_refresh_token WHERE token_hash = ?)
                        """).param(hash).update();
        if (removed > 0) {
            LOG.warn("A refresh token was used again; its authorization is removed");
        }
    }

    private static @Nullable OAuth2Authorization marked(@Nullable OAuth2Authorization read) {
        return read == null
                ? null
                : OAuth2Authorization.from(read).attribute(READ_AS, state(read)).build();
    }

    private static String state(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code = authorization.getToken(OAuth2AuthorizationCode.class);
        boolean codeUsed = code != null && code.isInvalidated();
        OAuth2Authorization.Token<?> access = authorization.getAccessToken();
        return String.join(
                " ",
                Boolean.toString(codeUsed),
                access == null ? "" : HashedTokens.kept(access.getToken().getTokenValue()),
                kept(authorization, OAuth2RefreshToken.class));
    }

    private static String kept(OAuth2Authorization authorization, Class<? extends OAuth2Token> type) {
        OAuth2Authorization.Token<? extends OAuth2Token> token = authorization.getToken(type);
        return token == null ? "" : HashedTokens.kept(token.getToken().getTokenValue());
    }

    /** Removes what an account gave from one of its sessions. */
    public void removeOfSession(String account, String sid) {
        database.sql("DELETE FROM oauth2_authorization WHERE principal_name = ? AND sid = ?")
                .param(account)
                .param(sid)
                .update();
    }

    /** Removes all that an account gave. */
    public void removeOfAccount(String account) {
        database.sql("DELETE FROM oauth2_authorization WHERE principal_name = ?")
                .param(account)
                .update();
    }

    /** The ids of the registered clients that act for a session. */
    public List<String> clientsOfSession(String sid) {
        return database.sql("SELECT DISTINCT registered_client_id FROM oauth2_authorization WHERE sid = ?")
                .param(Objects.requireNonNull(sid))
                .query(String.class)
                .list();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void removeExpired() {
        database.sql("""
                        DELETE FROM oauth2_authorization WHERE greatest(
                            authorization_code_expires_at, access_token_expires_at, refresh_token_expires_at) < ?
                        """).param(PostgresTime.of(clock.instant().minus(KEPT))).update();
    }
}
