package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shuqiao.local.service.Service;
import tools.jackson.databind.JsonNode;

/** Somebody gets an account by mail, signs in through the gateway, does something, and signs out, in one browser. */
@ExtendWith(SharedSystem.class)
class SignInJourneyTest {
    private static final Duration SECONDS = Duration.ofSeconds(30);
    private static final String PASSWORD = "river lantern copper seven";

    private final RunningSystem system;
    private final Door door;
    private final URI identity;

    SignInJourneyTest(RunningSystem system) {
        this.system = system;
        this.door = system.door();
        this.identity = system.part(Service.IDENTITY).address();
    }

    @Test
    @Timeout(120)
    void leadsFromNoAccountThroughASessionToNobody() throws InterruptedException {
        String email = "p" + UUID.randomUUID() + "@example.org";
        Browser browser = new Browser(door.base());
        register(browser, email);

        Answer signIn = browser.visit(
                door.base().resolve("/sign-in?return=/docs&lang=en").toString());
        assertThat(browser.at()).hasPort(identity.getPort()).hasPath("/sign-in");
        browser.submit(signIn, Map.of("email", email, "password", PASSWORD)).is(200);
        assertThat(browser.at()).isEqualTo(door.base().resolve("/docs"));

        Answer session = session(browser).is(200);
        JsonNode who = session.json();
        assertThat(who.path("email").asString("")).isEqualTo(email);
        assertThat(who.path("account").asString("")).isNotBlank();
        assertThat(session.text()).doesNotContain("eyJraWQ", "eyJhbGc", "eyJ0eXA");

        String organization = Market.provider(Market.uscc());
        assertThat(register(browser, organization, "").status()).isEqualTo(403);
        register(browser, organization, who.path("csrfToken").asString("")).is(201);
        browser.fetch(door.request("/api/offers?q=wms")).is(200);

        browser.fetch(door.request("/sign-out")
                        .header("X-CSRF-TOKEN", who.path("csrfToken").asString(""))
                        .POST(BodyPublishers.noBody()))
                .is(204);
        session(browser).is(204);
        browser.visit(identity.resolve("/sessions").toString());
        assertThat(browser.at())
                .as("the session at the identity service is gone too")
                .hasPath("/sign-in");
    }

    private Answer session(Browser browser) {
        return browser.fetch(door.request("/api/session"));
    }

    private Answer register(Browser browser, String organization, String csrf) {
        return browser.fetch(door.request("/api/organizations")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Market.key())
                .header("X-CSRF-TOKEN", csrf)
                .POST(BodyPublishers.ofString(organization)));
    }

    private void register(Browser browser, String email) throws InterruptedException {
        Answer form = browser.visit(identity.resolve("/register?lang=en").toString());
        browser.submit(form, Map.of("email", email, "password", PASSWORD)).is(200);
        Answer confirm = browser.visit(link(email));
        assertThat(browser.at()).hasPath("/register/confirm");
        Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(confirm.text());
        assertThat(token.find()).as(confirm.toString()).isTrue();
        browser.submit(confirm, Map.of("token", token.group(1), "password", PASSWORD))
                .is(200);
    }

    private String link(String email) throws InterruptedException {
        AtomicReference<String> found = new AtomicReference<>();
        Eventually.within(SECONDS, "the mail is in the mailbox", () -> {
            for (JsonNode mail : system.mailbox().get("/mails").is(200).json()) {
                if (mail.path("to").asString("").equals(email)) {
                    Matcher link = Pattern.compile("https?://\\S+")
                            .matcher(mail.path("text").asString(""));
                    if (link.find()) {
                        found.set(link.group());
                        return true;
                    }
                }
            }
            return false;
        });
        return found.get();
    }
}
