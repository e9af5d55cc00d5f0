package org.shuqiao.local.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.shuqiao.local.process.StartFailure;

/**
 * A real SMTP server (GreenMail) in this process, and a page that shows what it was given. Mails are kept in memory and
 * are gone with the process.
 */
public final class Mailbox implements AutoCloseable {

    private static final int SMTP = 3025;
    private static final int PAGE = 18025;

    private final GreenMail smtp;
    private final HttpServer page;
    private final ExecutorService threads;

    private Mailbox(GreenMail smtp, HttpServer page, ExecutorService threads) {
        this.smtp = smtp;
        this.page = page;
        this.threads = threads;
    }

    /** Where services send mails, 3025 plus {@code offset}. */
    public static int smtpPort(int offset) {
        return SMTP + offset;
    }

    /** Where people read them, 18025 plus {@code offset}. */
    public static int pagePort(int offset) {
        return PAGE + offset;
    }

    /** The page's address. */
    public static URI uri(int offset) {
        return URI.create("http://127.0.0.1:" + pagePort(offset) + "/");
    }

    /** @throws StartFailure when a port is taken */
    public static Mailbox start(int offset) throws StartFailure {
        GreenMail smtp = new GreenMail(new ServerSetup(smtpPort(offset), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            smtp.start();
            HttpServer page =
                    HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), pagePort(offset)), 0);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            page.setExecutor(threads);
            page.createContext("/", new MailPage(smtp, pagePort(offset)));
            page.start();
            return new Mailbox(smtp, page, threads);
        } catch (IOException | RuntimeException e) {
            smtp.stop();
            throw new StartFailure("the mail server could not be started: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        page.stop(0);
        threads.close();
        smtp.stop();
    }
}
