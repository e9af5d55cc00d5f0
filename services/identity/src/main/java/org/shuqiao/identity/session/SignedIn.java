package org.shuqiao.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.session.Session;

/** What a session says of the sign-in it began with. */
public final class SignedIn {
    private static final String SID = "sid";
    private static final String BROWSER = "browser";
    private static final String ADDRESS = "address";
    private static final String FACTORS = "factors";
    private static final int BROWSER_MOST = 200;
    /** Of rest, after which the session ends; one in which nobody signed in ends sooner, by the settings of the server. */
    private static final Duration REST = Duration.ofHours(12);

    private SignedIn() {}

    /**
     * Notes the sign-in in the request's session.
     *
     * @param factors the names of what was shown
     */
    public static void note(HttpServletRequest request, String sid, List<String> factors) {
        HttpSession session = request.getSession();
        String browser = request.getHeader(HttpHeaders.USER_AGENT);
        session.setMaxInactiveInterval((int) REST.toSeconds());
        session.setAttribute(SID, sid);
        session.setAttribute(
                BROWSER, browser == null ? "" : browser.substring(0, Math.min(browser.length(), BROWSER_MOST)));
        session.setAttribute(FACTORS, String.join(" ", factors));
        session.setAttribute(ADDRESS, request.getRemoteAddr());
    }

    static @Nullable String sid(Session session) {
        return session.getAttribute(SID);
    }

    static String browser(Session session) {
        return session.getAttributeOrDefault(BROWSER, "");
    }

    static List<String> factors(Session session) {
        String factors = session.getAttributeOrDefault(FACTORS, "");
        return factors.isEmpty() ? List.of() : List.of(factors.split(" "));
    }

    static String address(Session session) {
        return session.getAttributeOrDefault(ADDRESS, "");
    }
}
