package org.shuqiao.profile.identifier;

/**
 * The Unified Social Credit Code of organizations in China (GB 32100-2015): 18 characters of an alphabet of 31, the digits
 * and the capitals without I, O, S, V and Z, the last of them the check character (section 4.6). Any of the alphabet may
 * stand first: {@code G1610000713522976L}.
 */
final class UnifiedSocialCreditCode {
    static final String EXPECTED =
            "a Unified Social Credit Code by GB 32100-2015: 18 characters, the last of which checks the others";

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private UnifiedSocialCreditCode() {}

    static boolean isValid(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            // with the weight 1 for the check character, the whole sum is a multiple of 31
            sum += value * (i == LENGTH - 1 ? 1 : weight);
            weight = weight * 3 % ALPHABET.length();
        }
        return sum % ALPHABET.length() == 0;
    }
}
