package org.shuqiao.profile.identifier;

import static java.util.Map.entry;
import static org.shuqiao.profile.identifier.CheckDigits.digit;
import static org.shuqiao.profile.identifier.CheckDigits.last;
import static org.shuqiao.profile.identifier.CheckDigits.luhn;
import static org.shuqiao.profile.identifier.CheckDigits.mod97;
import static org.shuqiao.profile.identifier.CheckDigits.weighted;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * VAT identification numbers: the country's two letters (EL for Greece, XI for Northern Ireland) and what its tax office
 * gives. Forms by Article 215 of Directive 2006/112/EC and VIES; check digits as the tax offices publish them.
 *
 * <p>Of a country that is not listed here only the structure is checked: two letters of ISO 3166-1 and 2 to 15 capitals or
 * digits, as many as the Gulf states give. Numbers of natural persons in Bulgaria, the Czech Republic and Latvia that are made from a birth date are checked
 * in their form only where noted.
 */
final class VatNumber {
    private static final Pattern STRUCTURE = Pattern.compile("[A-Z]{2}[A-Z0-9]{2,15}");
    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String CIF_LETTERS = "JABCDEFGHI";
    private static final String IRISH_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final String FRENCH_KEY = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Set<Integer> ITALIAN_OFFICES_BESIDE_PROVINCES = Set.of(120, 121, 888, 999);

    /** What one country's numbers look like after the two letters, in words and as a pattern, and their check. */
    private record Rule(String shape, Pattern form, Predicate<String> check) {
        static Rule of(String shape, String form, Predicate<String> check) {
            return new Rule(shape, Pattern.compile(form), check);
        }

        boolean holds(String number) {
            return form.matcher(number).matches() && check.test(number);
        }
    }

    private static final Rule BRITISH = Rule.of(
            "9 or 12 digits, or GD or HA and 3 digits",
            "[0-9]{9}([0-9]{3})?|GD[0-4][0-9]{2}|HA[5-9][0-9]{2}",
            number -> {
                if (number.length() == 5) {
                    return true;
                }
                int remainder = weighted(number, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
                return remainder == 0 || remainder == 42 || remainder == 55;
            });

    private static final Map<String, Rule> RULES = Map.ofEntries(
            entry("AT", Rule.of("U and 8 digits", "U[0-9]{8}", n -> austrian(n.substring(1)))),
            entry(
                    "BE",
                    Rule.of(
                            "10 digits beginning with 0 or 1",
                            "[01][0-9]{9}",
                            n -> 97 - mod97(n.substring(0, 8)) == Integer.parseInt(n.substring(8)))),
            entry("BG", Rule.of("9 or 10 digits", "[0-9]{9,10}", VatNumber::bulgarian)),
            entry("CH", Rule.of("E and 9 digits", "E[0-9]{9}(MWST|TVA|IVA|TPV)?", VatNumber::swiss)),
            entry("CY", Rule.of("8 digits and a letter", "(?!12)[0-9]{8}[A-Z]", VatNumber::cypriot)),
            entry("CZ", Rule.of("8 to 10 digits", "[0-8][0-9]{7}|[0-9]{9,10}", VatNumber::czech)),
            entry("DE", Rule.of("9 digits", "[1-9][0-9]{8}", CheckDigits::mod11And10)),
            entry("DK", Rule.of("8 digits", "[1-9][0-9]{7}", n -> weighted(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0)),
            entry("EE", Rule.of("9 digits", "[0-9]{9}", n -> weighted(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0)),
            entry(
                    "EL",
                    Rule.of(
                            "9 digits",
                            "[0-9]{9}",
                            n -> weighted(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(n))),
            entry("ES", Rule.of("9 digits or letters", "[0-9A-Z][0-9]{7}[0-9A-Z]", VatNumber::spanish)),
            entry("FI", Rule.of("8 digits", "[0-9]{8}", n -> weighted(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0)),
            entry(
                    "FR",
                    Rule.of(
                            "a key of 2 characters and the SIREN of 9 digits",
                            "[0-9A-HJ-NP-Z]{2}[0-9]{9}",
                            VatNumber::french)),
            entry("GB", BRITISH),
            entry("HR", Rule.of("11 digits", "[0-9]{11}", CheckDigits::mod11And10)),
            entry("HU", Rule.of("8 digits", "[0-9]{8}", n -> weighted(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0)),
            entry(
                    "IE",
                    Rule.of(
                            "7 digits and 1 or 2 letters",
                            "[0-9]{7}[A-W][A-IW]?|[0-9][A-Z+*][0-9]{5}[A-W]",
                            VatNumber::irish)),
            entry("IT", Rule.of("11 digits", "(?!0{7})[0-9]{11}", VatNumber::italian)),
            entry("LT", Rule.of("9 or 12 digits", "[0-9]{7}1[0-9]|[0-9]{10}1[0-9]", VatNumber::lithuanian)),
            entry(
                    "LU",
                    Rule.of(
                            "8 digits",
                            "[0-9]{8}",
                            n -> Integer.parseInt(n.substring(0, 6)) % 89 == Integer.parseInt(n.substring(6)))),
            entry("LV", Rule.of("11 digits", "[0-9]{11}", VatNumber::latvian)),
            entry("MT", Rule.of("8 digits", "[1-9][0-9]{7}", n -> weighted(n, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0)),
            entry("NL", Rule.of("9 digits, B and 2 digits", "(?!0{9})[0-9]{9}B(?!00)[0-9]{2}", VatNumber::dutch)),
            entry(
                    "NO",
                    Rule.of(
                            "9 digits and MVA",
                            "[0-9]{9}(MVA)?",
                            n -> (11 - weighted(n, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == digit(n, 8))),
            entry("PL", Rule.of("10 digits", "[0-9]{10}", n -> weighted(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(n))),
            entry(
                    "PT",
                    Rule.of(
                            "9 digits",
                            "[1-9][0-9]{8}",
                            n -> (11 - weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == last(n))),
            entry("RO", Rule.of("2 to 10 digits", "[1-9][0-9]{1,9}|[1-9][0-9]{12}", VatNumber::romanian)),
            entry("SE", Rule.of("12 digits ending in 01", "[0-9]{10}01", n -> luhn(n.substring(0, 10)))),
            entry("SI", Rule.of("8 digits", "[1-9][0-9]{7}", VatNumber::slovenian)),
            entry("SK", Rule.of("10 digits", "[1-9][0-9][2-46-9][0-9]{7}", n -> Long.parseLong(n) % 11 == 0)),
            entry("XI", BRITISH));

    private VatNumber() {}

    static boolean isValid(String number) {
        if (number.length() < 2) {
            return false;
        }
        String country = number.substring(0, 2);
        Rule rule = RULES.get(country);
        return rule == null
                ? STRUCTURE.matcher(number).matches() && isCountry(country)
                : rule.holds(number.substring(2));
    }

    /** What {@code number} should have been. */
    static String expected(String number) {
        Rule rule = number.length() < 2 ? null : RULES.get(number.substring(0, 2));
        return rule == null
                ? "a VAT number that begins with its country, such as DE136695976 (Greece EL)"
                : "a VAT number: " + number.substring(0, 2) + ", " + rule.shape() + ", with right check digits";
    }

    private static boolean isCountry(String code) {
        try {
            // Greece has its own letters in VAT numbers
            return !new Country(code).value().equals("GR");
        } catch (InvalidValue e) {
            return false;
        }
    }

    private static boolean austrian(String n) {
        int sum = 4;
        for (int i = 0; i < 7; i++) {
            int value = i % 2 == 0 ? digit(n, i) : 2 * digit(n, i);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10 == last(n);
    }

    /** Firms by 9 digits; foreigners, natural persons and others by 10, in three ways of checking. */
    private static boolean bulgarian(String n) {
        if (n.length() == 9) {
            int check = weighted(n, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
            return (check == 10 ? weighted(n, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10 : check) == last(n);
        }
        return weighted(n, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == last(n)
                || weighted(n, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == last(n)
                || (11 - weighted(n, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == last(n);
    }

    private static boolean swiss(String n) {
        return (11 - weighted(n.substring(1), 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == digit(n, 9);
    }

    private static boolean cypriot(String n) {
        int[] first = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += i % 2 == 0 ? first[digit(n, i)] : digit(n, i);
        }
        return 'A' + sum % 26 == n.charAt(8);
    }

    /** Firms by 8 digits; natural persons by 9 or 10, from their birth date, in form only. */
    private static boolean czech(String n) {
        if (n.length() != 8) {
            return true;
        }
        int check = (11 - weighted(n, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return (check == 0 ? 1 : check % 10) == last(n);
    }

    private static boolean dutch(String n) {
        int elevens = weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) - digit(n, 8);
        return elevens % 11 == 0 || mod97("NL" + n) == 1;
    }

    private static boolean french(String n) {
        String siren = n.substring(2);
        // Monaco's numbers begin with 000 and are no SIREN
        if (!siren.startsWith("000") && !luhn(siren)) {
            return false;
        }
        if (Character.isDigit(n.charAt(0)) && Character.isDigit(n.charAt(1))) {
            return mod97(siren + "12") == Integer.parseInt(n.substring(0, 2));
        }
        int first = FRENCH_KEY.indexOf(n.charAt(0));
        int second = FRENCH_KEY.indexOf(n.charAt(1));
        int key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
        return (Long.parseLong(siren) + 1 + key / 11) % 11 == key % 11;
    }

    /** The letter before 2013 stood second; since then a second letter follows the check letter. */
    private static boolean irish(String n) {
        boolean old = !Character.isDigit(n.charAt(1));
        String digits = old ? "0" + n.substring(2, 7) + n.charAt(0) : n.substring(0, 7);
        int sum = weighted(digits, 8, 7, 6, 5, 4, 3, 2);
        if (n.length() == 9) {
            sum += 9 * IRISH_LETTERS.indexOf(n.charAt(8));
        }
        return IRISH_LETTERS.charAt(sum % 23) == n.charAt(7);
    }

    private static boolean italian(String n) {
        int office = Integer.parseInt(n.substring(7, 10));
        return (office >= 1 && office <= 100 || ITALIAN_OFFICES_BESIDE_PROVINCES.contains(office)) && luhn(n);
    }

    /** Firms by 11 digits of which the first is over 3; natural persons in form only. */
    private static boolean latvian(String n) {
        return digit(n, 0) <= 3 || weighted(n, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
    }

    private static boolean lithuanian(String n) {
        int length = n.length() - 1;
        int sum = 0;
        int second = 0;
        for (int i = 0; i < length; i++) {
            sum += (1 + i % 9) * digit(n, i);
            second += (1 + (i + 2) % 9) * digit(n, i);
        }
        return (sum % 11 == 10 ? second % 11 % 10 : sum % 11) == last(n);
    }

    /** Firms by 2 to 10 digits, natural persons by 13. */
    private static boolean romanian(String n) {
        if (n.length() == 13) {
            int check = weighted(n, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
            return (check == 10 ? 1 : check) == last(n);
        }
        String padded = "0".repeat(10 - n.length()) + n;
        return 10 * weighted(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) % 11 % 10 == last(n);
    }

    private static boolean slovenian(String n) {
        int check = 11 - weighted(n, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check == 10 ? 0 : check) == last(n);
    }

    /** Natural persons (DNI, and NIE of foreigners) and organizations (CIF), whose check may be a digit or a letter. */
    private static boolean spanish(String n) {
        char first = n.charAt(0);
        char check = n.charAt(8);
        String digits = n.substring(1, 8);
        if (Character.isDigit(first)) {
            return DNI_LETTERS.charAt(Integer.parseInt(n.substring(0, 8)) % 23) == check;
        }
        if ("XYZ".indexOf(first) >= 0) {
            return DNI_LETTERS.charAt(Integer.parseInt((first - 'X') + digits) % 23) == check;
        }
        if ("KLM".indexOf(first) >= 0) {
            return DNI_LETTERS.charAt(Integer.parseInt(digits) % 23) == check;
        }
        if ("ABCDEFGHJNPQRSUVW".indexOf(first) < 0) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (luhn(digits + i)) {
                return check == '0' + i || check == CIF_LETTERS.charAt(i);
            }
        }
        return false;
    }
}
