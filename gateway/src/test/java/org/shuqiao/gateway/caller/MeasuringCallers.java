package org.shuqiao.gateway.caller;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import org.shuqiao.gateway.RunningGateway;
import org.shuqiao.gateway.SignInSettings;
import org.shuqiao.gateway.identity.AccessTokens;
import org.shuqiao.gateway.identity.OidcPeer;
import org.shuqiao.gateway.signin.Browser;

/**
 * What it costs to know who asks: the same request of nobody, with a token and with a session, in turn, one at a time, and
 * the check of a token alone. Not a test: run {@code main} on the test class path.
 */
final class MeasuringCallers {

    private static final int WARM = 3_000;
    private static final int ROUNDS = 5_000;

    private MeasuringCallers() {}

    public static void main(String[] none) throws Exception {
        try (OidcPeer provider = OidcPeer.start();
                RunningGateway gateway = RunningGateway.start(SignInSettings.with(provider));
                HttpClient http = HttpClient.newHttpClient()) {
            Browser browser = new Browser(gateway);
            browser.signIn();
            String token = provider.accessToken(claims -> {});
            HttpRequest[] requests = {
                request(gateway, "X-None", "1"),
                request(gateway, "Authorization", "Bearer " + token),
                request(
                        gateway,
                        "Cookie",
                        Browser.SESSION + "=" + browser.cookies().get(Browser.SESSION))
            };
            String[] names = {"nobody", "token", "session"};
            long[][] nanos = new long[requests.length][ROUNDS];
            for (int i = -WARM; i < ROUNDS; i++) {
                gateway.forget();
                for (int kind = 0; kind < requests.length; kind++) {
                    long began = System.nanoTime();
                    int status = http.send(requests[kind], HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    long took = System.nanoTime() - began;
                    if (status != 200) {
                        throw new IllegalStateException(names[kind] + " got " + status);
                    }
                    if (i >= 0) {
                        nanos[kind][i] = took;
                    }
                }
            }
            for (int kind = 0; kind < requests.length; kind++) {
                print("request of " + names[kind], nanos[kind]);
            }
            AccessTokens tokens = gateway.bean(AccessTokens.class);
            long[] check = new long[ROUNDS];
            for (int i = -WARM; i < ROUNDS; i++) {
                long began = System.nanoTime();
                tokens.check(token).block();
                check[Math.max(0, i)] = System.nanoTime() - began;
            }
            print("check of a token alone", check);
        }
        System.exit(0);
    }

    private static HttpRequest request(RunningGateway gateway, String header, String value) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/api/offers"))
                .header(header, value)
                .build();
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-24s median %.3f ms, p99 %.3f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }
}
