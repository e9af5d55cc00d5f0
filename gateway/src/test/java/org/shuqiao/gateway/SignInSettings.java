package org.shuqiao.gateway;

import java.util.Arrays;
import java.util.stream.Stream;
import org.shuqiao.gateway.identity.OidcPeer;

/** The settings of a gateway at which people can sign in. */
public final class SignInSettings {

    private SignInSettings() {}

    /** @param more further settings, as {@code name=value} */
    public static String[] with(OidcPeer provider, String... more) {
        int port = RunningRedis.freePort();
        return Stream.concat(
                        Stream.of(
                                "server.port=" + port,
                                "shuqiao.gateway.identity.issuer=" + provider.issuer(),
                                "shuqiao.gateway.identity.client-secret=" + OidcPeer.SECRET,
                                "shuqiao.gateway.identity.public-address=http://127.0.0.1:" + port),
                        Arrays.stream(more))
                .toArray(String[]::new);
    }
}
