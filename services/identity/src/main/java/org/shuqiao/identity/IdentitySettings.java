package org.shuqiao.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the service.
 *
 * @param issuer the address it has for browsers and clients; links in mails begin with it
 * @param key the master key, 32 bytes in base64; null to keep it in a file
 * @param keyFile where the master key is kept, made at the first start; not used where {@code key} is given
 * @param audience what access tokens are for: the services, all by this one name
 * @param mailFrom the sender of mails
 * @param clients what may ask for tokens, by client id
 */
@ConfigurationProperties("shuqiao.identity")
public record IdentitySettings(
        @DefaultValue("http://127.0.0.1:18084") URI issuer,
        @Nullable String key,
        @Nullable Path keyFile,
        @DefaultValue("shuqiao") String audience,
        @DefaultValue("Shuqiao <no-reply@shuqiao.example>") String mailFrom,
        @DefaultValue Passwords passwords,
        @DefaultValue Links links,
        @DefaultValue Limits limits,
        @DefaultValue Tokens tokens,
        @DefaultValue SigningKeys signingKeys,
        @DefaultValue Map<String, Client> clients) {

    /** The address of a page, as it stands in a mail. */
    public URI page(String path) {
        String base = issuer.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /**
     * What hashing may cost.
     *
     * @param memory what one hash takes; the default is the least that is safe
     * @param parallelism hashes computed at once
     * @param patience how long a request waits for its turn before it is told to come again
     */
    public record Passwords(
            @DefaultValue("19MB") DataSize memory,
            @DefaultValue("2") int parallelism,
            @DefaultValue("5s") Duration patience) {}

    /** How long links in mails are good for. */
    public record Links(
            @DefaultValue("24h") Duration confirmation,
            @DefaultValue("30m") Duration recovery) {}

    /**
     * How often something may be tried.
     *
     * @param signInPerAccount wrong passwords for one account
     * @param signInPerAddress wrong passwords from one network address
     * @param mailPerAccount mails asked for to one e-mail address
     * @param mailPerAddress mails asked for from one network address
     * @param linkPerAddress links of mails tried from one network address
     * @param codePerAccount wrong codes of the second step for one account; a code is one of a million, three of them good
     * @param codePerAddress wrong codes of the second step from one network address
     */
    public record Limits(
            @DefaultValue("10/10m") Rate signInPerAccount,
            @DefaultValue("50/1m") Rate signInPerAddress,
            @DefaultValue("5/15m") Rate mailPerAccount,
            @DefaultValue("20/3m") Rate mailPerAddress,
            @DefaultValue("30/1m") Rate linkPerAddress,
            @DefaultValue("5/30m") Rate codePerAccount,
            @DefaultValue("50/1m") Rate codePerAddress) {}

    /**
     * A number of tries, and the time after which one of them is given back; written {@code 10/5m}.
     *
     * @param tries how many at once, at least 1
     */
    public record Rate(int tries, Duration every) {
        public Rate {
            if (tries < 1 || !every.isPositive()) {
                throw new IllegalArgumentException("a rate needs a try and a time, not " + tries + "/" + every);
            }
        }

        /** Reads the written form. */
        public static Rate valueOf(String text) {
            int slash = text.indexOf('/');
            if (slash < 1) {
                throw new IllegalArgumentException("expected tries/duration, like 10/5m, not " + text);
            }
            return new Rate(
                    Integer.parseInt(text.substring(0, slash).strip()),
                    DurationStyle.detectAndParse(text.substring(slash + 1).strip()));
        }
    }

    /**
     * How long tokens live.
     *
     * @param access access tokens and ID tokens
     * @param refresh from one use of a refresh token to the next
     */
    public record Tokens(
            @DefaultValue("5m") Duration access,
            @DefaultValue("12h") Duration refresh) {}

    /**
     * The keys that sign tokens.
     *
     * @param rotation how long a key signs
     * @param ahead how long a key is published before it signs
     * @param reload how often each instance reads the keys anew; less than {@code ahead}
     */
    public record SigningKeys(
            @DefaultValue("30d") Duration rotation,
            @DefaultValue("1h") Duration ahead,
            @DefaultValue("1m") Duration reload) {}

    /**
     * A client: with redirect addresses it signs people in, without it acts for itself.
     *
     * @param secret from the environment, at least 32 characters; without one there is no such client
     * @param redirectUris where the code may be sent
     * @param postLogoutRedirectUris where the browser may go after a logout
     * @param scopes what it may ask for
     */
    public record Client(
            @DefaultValue("") String secret,
            @DefaultValue Set<String> redirectUris,
            @DefaultValue Set<String> postLogoutRedirectUris,
            @DefaultValue("openid") Set<String> scopes) {}
}
