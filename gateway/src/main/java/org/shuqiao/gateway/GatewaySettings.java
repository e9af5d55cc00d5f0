package org.shuqiao.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * All that can be set about the gateway beside the routes; {@code GatewaySettingsTest} pins the defaults.
 *
 * @param quotas permits per client and kind of traffic
 * @param quotaStore how long Redis may take before this process decides alone
 * @param bodies caps of request bodies
 * @param deadlines how long a client or a service may take
 * @param breaker when a failing service is left alone
 * @param openApi how the documents of the services are fetched
 * @param identity who is asked about people and tokens
 * @param sessions how long a browser stays signed in, and how that is kept
 * @param trustedProxies addresses or CIDR blocks whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} count
 * @param allowedOrigins web origins, for example {@code https://shuqiao.example}, that may call from a browser page
 */
@ConfigurationProperties("shuqiao.gateway")
public record GatewaySettings(
        @DefaultValue Quotas quotas,
        @DefaultValue QuotaStore quotaStore,
        @DefaultValue Bodies bodies,
        @DefaultValue Deadlines deadlines,
        @DefaultValue Breaker breaker,
        @DefaultValue OpenApi openApi,
        @DefaultValue Identity identity,
        @DefaultValue Sessions sessions,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> allowedOrigins) {

    /**
     * Requests per window and client; all of them can be spent at once and grow back evenly. Each kind is counted on
     * its own.
     *
     * @param reads at least 1
     * @param writes at least 1
     * @param imports at least 1
     * @param window longer than nothing
     */
    public record Quotas(
            @DefaultValue("1200") long reads,
            @DefaultValue("300") long writes,
            @DefaultValue("30") long imports,
            @DefaultValue("1m") Duration window) {

        public Quotas {
            if (Math.min(reads, Math.min(writes, imports)) < 1 || !window.isPositive()) {
                throw new IllegalArgumentException(
                        "A quota needs at least one request and a window longer than nothing, got %d, %d, %d per %s"
                                .formatted(reads, writes, imports, window));
            }
        }

        public long of(Traffic traffic) {
            return switch (traffic) {
                case READ -> reads;
                case WRITE -> writes;
                case IMPORT -> imports;
            };
        }
    }

    /**
     * @param timeout Redis answers within this or the local bucket decides
     * @param retryAfter after a failure Redis is left alone for this long
     * @param localClients clients remembered in this process at most; the least recently seen go first
     */
    public record QuotaStore(
            @DefaultValue("150ms") Duration timeout,
            @DefaultValue("1s") Duration retryAfter,
            @DefaultValue("100000") long localClients) {}

    /**
     * @param json most bytes of any body that is not an import
     * @param imports most bytes of an import, which is streamed and never held
     */
    public record Bodies(
            @DefaultValue("4MB") DataSize json,
            @DefaultValue("4GB") DataSize imports) {
        public DataSize of(Traffic traffic) {
            return traffic == Traffic.IMPORT ? imports : json;
        }
    }

    /**
     * @param read from the request sent to the head of the answer, for reads
     * @param write the same for writes, counted from the last byte of the body
     * @param imports the same for imports
     * @param body a client may take this long to send a body that is not an import
     * @param bodyIdle longest silence within the body of an import
     * @param answerIdle longest silence within the body of an answer, be it the service that stops or the client that
     *     does not read on
     */
    public record Deadlines(
            @DefaultValue("5s") Duration read,
            @DefaultValue("10s") Duration write,
            @DefaultValue("10m") Duration imports,
            @DefaultValue("30s") Duration body,
            @DefaultValue("2m") Duration bodyIdle,
            @DefaultValue("1m") Duration answerIdle) {
        public Duration of(Traffic traffic) {
            return switch (traffic) {
                case READ -> read;
                case WRITE -> write;
                case IMPORT -> imports;
            };
        }
    }

    /**
     * @param window failures are looked at over this time
     * @param minimumCalls fewer calls than this within the window never open the breaker
     * @param failureRate percent of failed calls from which it opens, 1..100
     * @param open how long it stays open; also what {@code Retry-After} says
     * @param probes calls let through when it tries again
     */
    public record Breaker(
            @DefaultValue("10s") Duration window,
            @DefaultValue("10") int minimumCalls,
            @DefaultValue("50") float failureRate,
            @DefaultValue("5s") Duration open,
            @DefaultValue("3") int probes) {}

    /**
     * @param timeout a service has this long for its document
     * @param keep the merged page is kept this long
     * @param keepIncomplete the same while the document of a service is missing
     * @param mostBytes a larger document counts as missing
     */
    public record OpenApi(
            @DefaultValue("2s") Duration timeout,
            @DefaultValue("1m") Duration keep,
            @DefaultValue("3s") Duration keepIncomplete,
            @DefaultValue("4MB") DataSize mostBytes) {}

    /**
     * @param issuer what tokens name as their origin, and where browsers find the identity service
     * @param clientId this gateway's name there
     * @param clientSecret its secret; without one nobody can sign in here, while tokens of others are checked all the same
     * @param audience what a token that comes with a request has to be meant for
     * @param publicAddress of this gateway, where browsers are sent back to
     * @param timeout the identity service answers within this
     * @param keepKeys its signing keys are asked for again after this
     * @param newKeys a token with an unknown key makes them asked for again, this often at most
     */
    public record Identity(
            @DefaultValue("http://127.0.0.1:18084") URI issuer,
            @DefaultValue("gateway") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("shuqiao") String audience,
            @DefaultValue("http://127.0.0.1:8080") URI publicAddress,
            @DefaultValue("3s") Duration timeout,
            @DefaultValue("10m") Duration keepKeys,
            @DefaultValue("30s") Duration newKeys) {}

    /**
     * @param key that sessions are sealed with, 32 bytes in base64; null to keep it in a file
     * @param keyFile where the key is kept, made at the first start; not used where {@code key} is given
     * @param idle a session that is not used ends after this
     * @param most a session ends after this, however much it is used
     * @param attempt a sign-in that was begun may take this long
     * @param ahead tokens are renewed this long before they expire
     * @param timeout Redis answers within this
     * @param secureCookies false where the public address is on a loopback without TLS, which some browsers want
     *     {@code __Host-} and {@code Secure} not to be said of
     */
    public record Sessions(
            @Nullable String key,
            @Nullable Path keyFile,
            @DefaultValue("1h") Duration idle,
            @DefaultValue("24h") Duration most,
            @DefaultValue("10m") Duration attempt,
            @DefaultValue("30s") Duration ahead,
            @DefaultValue("500ms") Duration timeout,
            @DefaultValue("true") boolean secureCookies) {}
}
