package org.shuqiao.profile.identifier;

/** The computations that check digits are made of. Each takes digits, except where it says otherwise. */
final class CheckDigits {
    private CheckDigits() {}

    /** The sum of the first digits, each times its weight. */
    static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, i);
        }
        return sum;
    }

    static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    static int last(String digits) {
        return digit(digits, digits.length() - 1);
    }

    /** ISO/IEC 7812-1, annex B: every second digit from the right doubled, the digits' sum a multiple of 10. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            int value = i % 2 == 1 ? 2 * digit : digit;
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    /** ISO/IEC 7064, hybrid system MOD 11,10. */
    static boolean mod11And10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (product + digit(digits, i)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + last(digits)) % 10 == 1;
    }

    /** The remainder by 97 of digits and capitals read as a number, A as 10 to Z as 35 (ISO/IEC 7064 MOD 97-10). */
    static int mod97(String characters) {
        int remainder = 0;
        for (int i = 0; i < characters.length(); i++) {
            int value = Character.digit(characters.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}
