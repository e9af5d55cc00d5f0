package org.shuqiao.identity.account;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that a mail can be sent to (RFC 5321: local part to 64 octets, 254 in all), without comments and quoted
 * parts. The local part is ASCII, since not every mail server takes another (RFC 6531); the domain may be of any script.
 *
 * @param value as it was written, without spaces around it, the domain in ASCII
 * @param key by which it is looked up: in lower case, the domain in ASCII. Nobody tells two people apart by upper case.
 */
public record EmailAddress(String value, String key) {
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final int LOCAL_MOST = 64;
    private static final int MOST = 254;

    /** The address that a text is, empty if it is none. */
    public static Optional<EmailAddress> parse(String text) {
        String value = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        int at = value.lastIndexOf('@');
        if (at < 1 || at > LOCAL_MOST || value.length() > MOST) {
            return Optional.empty();
        }
        String local = value.substring(0, at);
        String domain;
        try {
            domain = IDN.toASCII(value.substring(at + 1)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String ascii = local + "@" + domain;
        return LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches() && ascii.length() <= MOST
                ? Optional.of(new EmailAddress(ascii, ascii.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
