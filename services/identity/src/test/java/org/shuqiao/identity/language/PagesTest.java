package org.shuqiao.identity.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuqiao.identity.Browser;
import org.shuqiao.identity.IdentityTest;
import org.shuqiao.identity.People;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
class PagesTest {
    private static final List<String> PAGES = List.of(
            "/sign-in",
            "/sign-in?wrong",
            "/sign-in?too-often",
            "/sign-in?busy",
            "/sign-in?confirmed",
            "/sign-in?changed",
            "/sign-in?ended",
            "/register",
            "/register/sent",
            "/register/confirm?token=x",
            "/recover",
            "/recover/sent",
            "/recover/reset?token=x");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void speaksTheLanguageThatTheBrowserAccepts(Language language) {
        Browser browser = new Browser(port).speaking("tlh, " + language.tag() + ";q=0.8, en;q=0.1");
        String direction = language == Language.AR ? "rtl" : "ltr";
        for (String page : PAGES) {
            HttpResponse<String> answer = browser.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .as(page)
                    .contains("lang=\"" + language.tag() + "\" dir=\"" + direction + "\"")
                    .doesNotContain("??");
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsSessionsInTheLanguageToo(Language language) {
        Browser browser = new Browser(port);
        People.signedIn(browser);
        assertThat(browser.speaking(language.tag()).get("/sessions").body())
                .contains("<html lang=\"" + language.tag() + "\"")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @EnumSource
    void showsTheSecondStepInTheLanguageToo(Language language) {
        Browser browser = new Browser(port);
        People.signedIn(browser);
        browser.speaking(language.tag()).submit("/factors", "/factors/totp/offer", Map.of());
        for (String page : List.of("/factors", "/factors/totp", "/sign-in/code")) {
            assertThat(browser.get(page).body())
                    .as(page)
                    .contains("<html lang=\"" + language.tag() + "\"")
                    .doesNotContain("??", "<script", "style=");
        }
    }

    @Test
    void keepsTheLanguageThatWasChosen() {
        Browser browser = new Browser(port).speaking("fr");
        HttpResponse<String> chosen = browser.get("/register/confirm?token=abc&lang=ar");
        assertThat(chosen.body()).contains("dir=\"rtl\"").contains("?lang=es&amp;token=abc");
        assertThat(chosen.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-lang=ar")
                        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(browser.get("/sign-in").body()).contains("dir=\"rtl\"");
    }

    @Test
    void speaksEnglishToWhoeverAcceptsNoneOfTheSix() {
        Browser browser = new Browser(port).speaking("tlh");
        assertThat(browser.get("/sign-in?lang=tlh").body()).contains("lang=\"en\"");
    }

    @Test
    void loadsAStyleSheetAndNothingElse() {
        Browser browser = new Browser(port);
        assertThat(browser.get("/identity.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("/sign-in").body()).doesNotContain("<script", "style=", "http://", "https://");
    }

    @Test
    void givesAwayNothingOnAnError() {
        HttpResponse<String> answer = new Browser(port).get("/oauth2/authorize?client_id=nobody");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This did not work").doesNotContain("Exception", "Tomcat", "??");
    }
}
