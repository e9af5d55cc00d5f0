package org.shuqiao.identity.mail;

import java.util.Locale;
import org.shuqiao.identity.IdentitySettings;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Subjects and bodies, from {@code mails*.properties}. */
@Component
class MailTexts {
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    private final IdentitySettings settings;

    MailTexts(IdentitySettings settings) {
        this.settings = settings;
        texts.setBasename("mails");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setAlwaysUseMessageFormat(true);
    }

    String subject(Mail mail) {
        return texts.getMessage(
                mail.kind().key() + ".subject", null, mail.language().locale());
    }

    /** Plain text: greeting, the matter with its link on a line of its own, and whom to ignore it for. */
    String body(Mail mail) {
        Locale locale = mail.language().locale();
        var token = mail.token();
        String link = settings.page(mail.kind().page()) + MailKind.query(token == null ? null : token.value());
        Object[] values = {
            link,
            settings.links().confirmation().toHours(),
            settings.links().recovery().toMinutes()
        };
        return texts.getMessage(mail.kind().key() + ".body", values, locale) + "\n\n"
                + texts.getMessage("signature", null, locale) + "\n";
    }
}
