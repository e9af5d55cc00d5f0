package org.shuqiao.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.identity.Browser;
import org.shuqiao.identity.Clients;
import org.shuqiao.identity.Flow;
import org.shuqiao.identity.IdentityTest;
import org.shuqiao.identity.People;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
class RefreshTest {
    @LocalServerPort
    private int port;

    private Browser client;
    private Flow.Tokens first;

    @BeforeEach
    void signIn() {
        Browser browser = new Browser(port);
        People.signedIn(browser);
        client = new Browser(port);
        first = Flow.tokens(browser, port);
    }

    @Test
    void givesANewRefreshTokenEachTime() {
        Flow.Tokens second = Flow.tokens(Flow.refresh(client, first.refresh()));
        Flow.Tokens third = Flow.tokens(Flow.refresh(client, second.refresh()));
        assertThat(List.of(first.refresh(), second.refresh(), third.refresh())).doesNotHaveDuplicates();
        assertThat(Flow.subject(third)).isEqualTo(Flow.subject(first));
        assertThat(Flow.sid(third)).isEqualTo(Flow.sid(first)).isNotBlank();
    }

    @Test
    void takesTheWholeFamilyBackWhenAnOldOneComesAgain() {
        Flow.Tokens second = Flow.tokens(Flow.refresh(client, first.refresh()));
        Flow.Tokens third = Flow.tokens(Flow.refresh(client, second.refresh()));
        HttpResponse<String> again = Flow.refresh(client, first.refresh());
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("invalid_grant");
        assertThat(Flow.refresh(client, third.refresh()).statusCode()).isEqualTo(400);
    }

    @Test
    void leavesOtherFamiliesAlone() {
        Browser other = new Browser(port);
        People.signedIn(other);
        Flow.Tokens others = Flow.tokens(other, port);
        Flow.tokens(Flow.refresh(client, first.refresh()));
        Flow.refresh(client, first.refresh());
        assertThat(Flow.refresh(client, others.refresh()).statusCode()).isEqualTo(200);
    }

    @Test
    void letsNoTwoRequestsAtOnceHaveTheSameOne() throws Exception {
        Callable<HttpResponse<String>> request = () -> Flow.refresh(new Browser(port), first.refresh());
        List<HttpResponse<String>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<HttpResponse<String>>> futures = threads.invokeAll(List.of(request, request, request, request));
            answers = List.of(
                    futures.get(0).get(),
                    futures.get(1).get(),
                    futures.get(2).get(),
                    futures.get(3).get());
        }
        List<HttpResponse<String>> good =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(good).hasSizeLessThanOrEqualTo(1);
        for (HttpResponse<String> answer : good) {
            assertThat(Flow.refresh(client, Flow.tokens(answer).refresh()).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesTheTokenToAnotherClient() {
        HttpResponse<String> answer = client.post(
                "/oauth2/token",
                Map.of("grant_type", "refresh_token", "refresh_token", first.refresh()),
                Flow.basic("partner", Clients.PARTNER_SECRET));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void forgetsAFamilyThatTheClientRevokes() {
        client.post("/oauth2/revoke", Map.of("token", first.refresh()), Flow.basic("gateway", Clients.GATEWAY_SECRET));
        assertThat(Flow.refresh(client, first.refresh()).statusCode()).isEqualTo(400);
    }
}
