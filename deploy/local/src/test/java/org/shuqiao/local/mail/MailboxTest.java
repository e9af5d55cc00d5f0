package org.shuqiao.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.local.process.StartFailure;
import org.shuqiao.local.server.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailboxTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int offset = freeOffset();
    private Mailbox mailbox;

    @BeforeEach
    void start() throws StartFailure {
        mailbox = Mailbox.start(offset);
    }

    @AfterEach
    void stop() {
        mailbox.close();
        http.close();
    }

    @Test
    void showsTheMailsItGot() throws IOException, InterruptedException {
        send("first@example.org", "Confirm", "Open http://127.0.0.1:18084/register/confirm?token=a_b-c&x=1 now");
        send("second@example.org", "<script>alert(1)</script>", "<b>no</b>");

        JsonNode mails = JsonMapper.shared().readTree(get("/mails").body());
        assertThat(mails).hasSize(2);
        assertThat(mails.path(0).path("to").asString()).isEqualTo("first@example.org");
        assertThat(mails.path(0).path("subject").asString()).isEqualTo("Confirm");
        assertThat(mails.path(0).path("text").asString()).contains("token=a_b-c&x=1 now");
        HttpResponse<String> page = get("/");
        assertThat(page.body())
                .contains("<a href=\"http://127.0.0.1:18084/register/confirm?token=a_b-c&amp;x=1\">")
                .containsSubsequence("&lt;script&gt;", "Confirm")
                .doesNotContain("<script", "<b>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(get("/other").statusCode()).isEqualTo(404);
    }

    @Test
    void answersToItsOwnNameOnly() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", Mailbox.pagePort(offset))) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /mails HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void saysThatItsPortIsTaken() {
        assertThatThrownBy(() -> Mailbox.start(offset))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("the mail server could not be started");
    }

    private void send(String to, String subject, String text) {
        GreenMailUtil.sendTextEmail(
                to,
                "no-reply@shuqiao.example",
                subject,
                text,
                new ServerSetup(Mailbox.smtpPort(offset), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = Mailbox.uri(offset).resolve(path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int freeOffset() {
        while (true) {
            int offset = ThreadLocalRandom.current().nextInt(1_000, 13_000);
            if (List.of(Mailbox.smtpPort(offset), Mailbox.pagePort(offset)).stream()
                    .noneMatch(Ports::isTaken)) {
                return offset;
            }
        }
    }
}
