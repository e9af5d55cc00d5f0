package org.shuqiao.local.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A mail as a person reads it.
 *
 * @param to its addresses, with commas between them
 */
record Received(String to, String subject, String text) {

    /** One that cannot be read says so in the place of its text. */
    static Received of(MimeMessage mail) {
        try {
            String to = Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                    .map(address -> address instanceof InternetAddress inet ? inet.getAddress() : address.toString())
                    .collect(Collectors.joining(", "));
            String subject = mail.getSubject();
            return new Received(to, subject == null ? "" : subject, String.valueOf(mail.getContent()));
        } catch (MessagingException | IOException e) {
            return new Received("", "", "cannot be read: " + e.getMessage());
        }
    }
}
