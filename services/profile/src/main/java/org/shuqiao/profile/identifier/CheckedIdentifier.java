package org.shuqiao.profile.identifier;

import java.util.Locale;
import java.util.function.Predicate;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * The identifiers of schemes that carry check characters: {@code CN-USCC}, {@code LEI}, {@code VAT}. A right check character
 * shows that the identifier was copied rightly, not that the body exists.
 */
public final class CheckedIdentifier {
    private CheckedIdentifier() {}

    /**
     * {@code given} in the one form in which it is kept: of a checked scheme upper case, without the blanks, dots, hyphens
     * and slashes people group it with. An identifier of another scheme stays as it is.
     *
     * @throws InvalidValue on {@code id} when its form or its check characters are wrong
     */
    public static Identifier of(Identifier given) {
        return switch (given.scheme()) {
            case "CN-USCC" -> checked(given, UnifiedSocialCreditCode::isValid, UnifiedSocialCreditCode.EXPECTED);
            case "LEI" -> checked(given, LegalEntityIdentifier::isValid, LegalEntityIdentifier.EXPECTED);
            case "VAT" -> {
                String number = compact(given.id());
                yield checked(given, VatNumber::isValid, VatNumber.expected(number));
            }
            default -> given;
        };
    }

    private static Identifier checked(Identifier given, Predicate<String> isValid, String expected) {
        String id = compact(given.id());
        if (!isValid.test(id)) {
            throw new InvalidValue("id", expected, given.id());
        }
        return new Identifier(given.scheme(), id, given.uri());
    }

    private static String compact(String id) {
        return id.replaceAll("[\\s./-]", "").toUpperCase(Locale.ROOT);
    }
}
