package org.shuqiao.identity.session;

import java.security.Principal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.identity.token.ConfiguredClients;
import org.shuqiao.identity.token.PostgresAuthorizations;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The page that shows where an account is signed in. */
@Controller
class SessionPages {
    /** By its name, which is shown beside the time. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final PostgresAuthorizations authorizations;
    private final ConfiguredClients clients;
    private final EndingSessions ending;

    SessionPages(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            PostgresAuthorizations authorizations,
            ConfiguredClients clients,
            EndingSessions ending) {
        this.sessions = sessions;
        this.authorizations = authorizations;
        this.clients = clients;
        this.ending = ending;
    }

    /**
     * A row of the page.
     *
     * @param factors what was shown, as keys of texts
     * @param current whether it is the session that asks
     * @param clients the names of those who act for it
     */
    record Row(
            String sid,
            String browser,
            String address,
            List<String> factors,
            String began,
            String used,
            boolean current,
            String clients) {}

    @GetMapping("/")
    String start() {
        return "redirect:/sessions";
    }

    @GetMapping("/sessions")
    String list(
            Principal principal,
            @SessionAttribute(name = "sid", required = false) @Nullable String own,
            Locale locale,
            Model model) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                .withLocale(locale)
                .withZone(UTC);
        List<Row> rows = sessions.findByPrincipalName(principal.getName()).values().stream()
                .sorted(Comparator.comparing((Session session) -> session.getLastAccessedTime())
                        .reversed())
                .filter(session -> !session.isExpired())
                .map(session -> row(session, own, format))
                .filter(Objects::nonNull)
                .toList();
        model.addAttribute("rows", rows);
        return "sessions";
    }

    private @Nullable Row row(Session session, @Nullable String own, DateTimeFormatter format) {
        String sid = SignedIn.sid(session);
        if (sid == null) {
            return null;
        }
        return new Row(
                sid,
                SignedIn.browser(session),
                SignedIn.address(session),
                SignedIn.factors(session).stream()
                        .map(factor -> "factor." + factor.toLowerCase(Locale.ROOT))
                        .toList(),
                format.format(session.getCreationTime()),
                format.format(session.getLastAccessedTime()),
                sid.equals(own),
                names(sid));
    }

    private String names(String sid) {
        return String.join(
                ", ",
                authorizations.clientsOfSession(sid).stream()
                        .map(clients::findById)
                        .filter(Objects::nonNull)
                        .map(client -> client.getClientName())
                        .sorted()
                        .toList());
    }

    @PostMapping("/sessions/end")
    String end(Principal principal, @RequestParam String sid) {
        ending.end(UUID.fromString(principal.getName()), sid);
        return "redirect:/sessions";
    }

    @PostMapping("/sessions/end-all")
    String endAll(Principal principal) {
        ending.endAll(UUID.fromString(principal.getName()));
        return "redirect:/sign-in?ended";
    }
}
