package org.shuqiao.profile.identifier;

import java.util.regex.Pattern;

/**
 * The Legal Entity Identifier (ISO 17442-1): 18 capitals or digits and two check digits by ISO/IEC 7064 MOD 97-10, which
 * gives 02 to 98.
 */
final class LegalEntityIdentifier {
    static final String EXPECTED = "an LEI by ISO 17442: 20 characters, the last two of which check the others";

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");

    private LegalEntityIdentifier() {}

    static boolean isValid(String code) {
        if (!FORM.matcher(code).matches()) {
            return false;
        }
        int check = Integer.parseInt(code.substring(18));
        return check >= 2 && check <= 98 && CheckDigits.mod97(code) == 1;
    }
}
