package org.shuqiao.identity.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.shuqiao.identity.IdentitySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is in the queue. Each mail has a transaction of its own, so it may be sent twice where the database goes away
 * between, and is never lost.
 */
@Component
class SmtpRelay {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpRelay.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 8;

    private final PostgresMails mails;
    private final LastLook lastLook;
    private final MailTexts texts;
    private final JavaMailSender sender;
    private final TransactionTemplate transaction;
    private final IdentitySettings settings;
    private final Clock clock;

    SmtpRelay(
            PostgresMails mails,
            LastLook lastLook,
            MailTexts texts,
            JavaMailSender sender,
            TransactionTemplate transaction,
            IdentitySettings settings,
            Clock clock) {
        this.mails = mails;
        this.lastLook = lastLook;
        this.texts = texts;
        this.sender = sender;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${shuqiao.identity.mail-poll:PT0.5S}")
    void sendAll() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> sendNext()));
        }
    }

    private boolean sendNext() {
        PostgresMails.Waiting waiting = mails.next();
        if (waiting == null) {
            return false;
        }
        Instant now = clock.instant();
        Mail queued = waiting.mail();
        if (queued == null) {
            LOG.error("A mail cannot be opened with this master key and is removed");
            mails.remove(waiting.id());
            return true;
        }
        if (waiting.expiresAt().isBefore(now)) {
            LOG.warn("A mail {} was given up after {} attempts", queued.kind(), waiting.attempts());
            mails.remove(waiting.id());
            return true;
        }
        Mail mail = lastLook.beforeSending(queued);
        if (mail == null || sent(mail)) {
            mails.remove(waiting.id());
        } else {
            mails.putOff(
                    waiting.id(),
                    now.plus(FIRST_WAIT.multipliedBy(1L << Math.min(waiting.attempts(), MOST_DOUBLINGS))));
        }
        return true;
    }

    private boolean sent(Mail mail) {
        try {
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.mailFrom());
            helper.setTo(mail.recipient());
            helper.setSubject(texts.subject(mail));
            helper.setText(texts.body(mail));
            message.setHeader("Content-Language", mail.language().tag());
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
            return true;
        } catch (MailException | MessagingException e) {
            // without its message, in which servers repeat the address
            LOG.warn("A mail {} was not sent: {}", mail.kind(), e.getClass().getName());
            return false;
        }
    }
}
