package org.shuqiao.local.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** {@code /} for people, newest first, {@code /mails} as JSON, oldest first. */
final class MailPage implements HttpHandler {

    /** An address in a text that has been escaped. */
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>&]+(?:&amp;[^\\s<>&]+)*");

    private final GreenMail mails;
    private final Set<String> hosts;

    MailPage(GreenMail mails, int port) {
        this.mails = mails;
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            // a name of elsewhere that was made to lead here would let its pages read the mails
            if (!hosts.contains(String.valueOf(exchange.getRequestHeaders().getFirst("Host")))) {
                answer(exchange, 421, "text/plain", "not the name of this page");
            } else if (path.equals("/")) {
                answer(exchange, 200, "text/html", page(received().reversed()));
            } else if (path.equals("/mails")) {
                answer(exchange, 200, "application/json", JsonMapper.shared().writeValueAsString(received()));
            } else {
                answer(exchange, 404, "text/plain", "nothing here");
            }
        }
    }

    private List<Received> received() {
        return Arrays.stream(mails.getReceivedMessages()).map(Received::of).toList();
    }

    static String page(List<Received> newestFirst) {
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Mails of this machine</title>
                <meta http-equiv="refresh" content="5">
                <style>body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
                article{border-top:1px solid #999;padding:.5rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>
                </head><body><h1>Mails of this machine</h1>
                """);
        if (newestFirst.isEmpty()) {
            page.append("<p>None yet.</p>");
        }
        for (Received mail : newestFirst) {
            page.append("<article><h2 dir=\"auto\">")
                    .append(escaped(mail.subject()))
                    .append("</h2><p>to ")
                    .append(escaped(mail.to()))
                    .append("</p><pre dir=\"auto\">")
                    .append(LINK.matcher(escaped(mail.text())).replaceAll("<a href=\"$0\">$0</a>"))
                    .append("</pre></article>");
        }
        return page.append("</body></html>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
