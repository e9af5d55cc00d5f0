package org.shuqiao.identity.token;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.shuqiao.identity.secret.SecretToken;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** Writes an authorization with the SHA-256 in place of codes and tokens, so that who reads the database can use none. */
final class HashedTokens implements Function<OAuth2Authorization, List<SqlParameterValue>> {
    private static final String MARK = "sha256:";
    /** Where the row has code, access token, ID token and refresh token, in the order of its columns. */
    private static final List<Integer> VALUES = List.of(7, 11, 17, 21);

    private static final List<Class<? extends OAuth2Token>> TYPES = List.of(
            OAuth2AuthorizationCode.class, OAuth2AccessToken.class, OidcIdToken.class, OAuth2RefreshToken.class);

    private final JdbcOAuth2AuthorizationService.JsonMapperOAuth2AuthorizationParametersMapper plain =
            new JdbcOAuth2AuthorizationService.JsonMapperOAuth2AuthorizationParametersMapper();

    /** What is kept of a token; of what was read from the database, itself. */
    static String kept(String value) {
        return value.startsWith(MARK) ? value : ofPresented(value);
    }

    /** What is kept of a token that a client presents, also if it presents what is kept. */
    static String ofPresented(String value) {
        return MARK + HexFormat.of().formatHex(SecretToken.hash(value));
    }

    /** The authorization with the token that was presented in the place of its hash, as the endpoints compare them. */
    static OAuth2Authorization withPresented(OAuth2Authorization read, String presented) {
        String hash = ofPresented(presented);
        OAuth2Authorization.Builder builder = OAuth2Authorization.from(read);
        for (Class<? extends OAuth2Token> type : TYPES) {
            OAuth2Authorization.Token<? extends OAuth2Token> token = read.getToken(type);
            if (token != null && hash.equals(token.getToken().getTokenValue())) {
                builder.token(withValue(token.getToken(), presented));
            }
        }
        return builder.build();
    }

    private static OAuth2Token withValue(OAuth2Token token, String value) {
        return switch (token) {
            case OAuth2AccessToken access ->
                new OAuth2AccessToken(
                        access.getTokenType(), value, access.getIssuedAt(), access.getExpiresAt(), access.getScopes());
            case OidcIdToken id -> new OidcIdToken(value, id.getIssuedAt(), id.getExpiresAt(), id.getClaims());
            case OAuth2RefreshToken refresh ->
                new OAuth2RefreshToken(value, refresh.getIssuedAt(), refresh.getExpiresAt());
            case OAuth2AuthorizationCode code ->
                new OAuth2AuthorizationCode(
                        value, Objects.requireNonNull(code.getIssuedAt()), Objects.requireNonNull(code.getExpiresAt()));
            default -> throw new IllegalArgumentException("no token of this kind is kept: " + token.getClass());
        };
    }

    @Override
    public List<SqlParameterValue> apply(OAuth2Authorization authorization) {
        List<SqlParameterValue> row = plain.apply(authorization);
        for (int at : VALUES) {
            SqlParameterValue value = row.get(at);
            if (value.getValue() instanceof String token) {
                row.set(at, new SqlParameterValue(value, kept(token)));
            }
        }
        return row;
    }
}
