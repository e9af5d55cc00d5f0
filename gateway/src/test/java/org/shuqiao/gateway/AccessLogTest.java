package org.shuqiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written down about a request. */
@ExtendWith(OutputCaptureExtension.class)
class AccessLogTest {

    @Test
    void namesMethodPathStatusAndTraceAndNothingOfAPerson(CapturedOutput output) {
        try (RunningGateway gateway = RunningGateway.start("shuqiao.gateway.trusted-proxies=127.0.0.1")) {
            String trace = HeadersTest.value(
                    gateway.get(
                            "/api/offers?q=private-words",
                            "X-Forwarded-For",
                            "203.0.113.77",
                            "User-Agent",
                            "very-special-agent"),
                    "X-Request-Id");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> output.getOut().contains(trace));
            assertThat(output.getOut().lines().filter(line -> line.contains(trace)))
                    .singleElement()
                    .asString()
                    .contains("method=GET path=/api/offers status=200 ms=");
            assertThat(output.getAll()).doesNotContain("private-words", "203.0.113.77", "very-special-agent");
        }
    }

    @Test
    void keepsTheQueryToItselfWhenAnAnswerBreaksOff(CapturedOutput output) {
        try (RunningGateway gateway = RunningGateway.start()) {
            gateway.search.answers((request, response) -> {
                response.withConnection(connection -> connection
                        .channel()
                        .eventLoop()
                        .schedule(() -> connection.channel().close(), 300, TimeUnit.MILLISECONDS));
                return response.header("Content-Length", "100")
                        .sendString(Flux.concat(Mono.just("only this"), Mono.never()))
                        .then();
            });
            assertThatThrownBy(() -> gateway.get("/api/offers?q=private-words"))
                    .isInstanceOf(UncheckedIOException.class);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> output.getOut().contains("An answer broke off, trace "));
            assertThat(output.getAll()).doesNotContain("private-words");
        }
    }
}
