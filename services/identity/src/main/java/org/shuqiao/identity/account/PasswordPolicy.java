package org.shuqiao.identity.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password must be (NIST SP 800-63B-4, 3.1.1.2): 12 to 128 code points of any kind, and not among those that are
 * tried first. For the latter zxcvbn looks for the least number of guesses at it, by the 30,000 most used passwords of its
 * lists, the most used English words and names, the address it belongs to, and what people do to these: repeat, reverse,
 * spell with digits, follow the keyboard, append a year. Below 10⁸ it is refused. There is no comparison with passwords
 * known from breaches.
 */
final class PasswordPolicy {
    static final int LEAST = 12;
    static final int MOST = 128;
    private static final double FEWEST_GUESSES = 1e8;
    /** What zxcvbn looks at; its work grows with the square of the length. */
    private static final int MEASURED = 64;

    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    private PasswordPolicy() {}

    /** What is wrong with a password, empty if nothing is. */
    static Optional<PasswordFault> fault(String password, EmailAddress email) {
        String normal = PasswordHasher.normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < LEAST) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (length > MOST) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        return isCommon(normal, email) ? Optional.of(PasswordFault.COMMON) : Optional.empty();
    }

    private static boolean isCommon(String password, EmailAddress email) {
        String measured = password.length() > MEASURED ? password.substring(0, MEASURED) : password;
        String key = email.key();
        int at = key.lastIndexOf('@');
        String domain = key.substring(at + 1);
        List<String> own = List.of(
                key,
                key.substring(0, at),
                domain,
                domain.substring(0, domain.indexOf('.')),
                "shuqiao",
                "shanghai",
                "数桥");
        return ESTIMATE.measure(measured.toLowerCase(Locale.ROOT), own).getGuesses() < FEWEST_GUESSES;
    }
}
