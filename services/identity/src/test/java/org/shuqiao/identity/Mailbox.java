package org.shuqiao.identity;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A real mail server on the loopback, and what it was given. */
public final class Mailbox {
    private static final Pattern TOKEN = Pattern.compile("\\?token=([A-Za-z0-9_-]+)");
    private static final GreenMail SERVER = start();

    private Mailbox() {}

    private static GreenMail start() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    public static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** The mails to an address, once there are {@code count}. */
    public static List<MimeMessage> to(String address, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> now(address).size() >= count);
        return now(address);
    }

    /** The mails to an address that are there now. */
    public static List<MimeMessage> now(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString().equalsIgnoreCase(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(MimeMessage mail) {
        try {
            return (String) mail.getContent();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token in the link of a mail. */
    public static String token(MimeMessage mail) {
        Matcher matcher = TOKEN.matcher(text(mail));
        if (!matcher.find()) {
            throw new AssertionError("no link in " + text(mail));
        }
        return matcher.group(1);
    }
}
