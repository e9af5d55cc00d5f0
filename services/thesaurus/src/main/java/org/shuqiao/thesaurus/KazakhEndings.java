package org.shuqiao.thesaurus;

import java.util.List;

/**
 * Kazakh words without the endings of number, possession and case, of which a noun can have one each in that order
 * (Lucene has no Kazakh analyzer). Vowel harmony and assimilation give each ending several forms.
 */
final class KazakhEndings {
    private static final int STEM = 3;
    private static final String VOICELESS = "пфкқтсшщчцхһ";

    private static final List<List<String>> IN_ORDER = List.of(
            // with, about
            List.of("мен", "бен", "пен"),
            // case
            List.of(
                    "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "ны", "ні", "ды",
                    "ді", "ты", "ті", "нда", "нде", "да", "де", "та", "те", "нан", "нен", "дан", "ден", "тан", "тен"),
            // whose
            List.of("сы", "сі", "ы", "і", "ымыз", "іміз", "ым", "ім"),
            // many
            List.of("лар", "лер", "дар", "дер", "тар", "тер"));

    /** {@code word} without endings, at least {@value #STEM} letters; a softened last consonant hardened again. */
    String without(String word) {
        String stem = word;
        for (List<String> endings : IN_ORDER) {
            stem = withoutOne(stem, endings);
        }
        return hardened(stem);
    }

    private static String withoutOne(String word, List<String> endings) {
        String longest = "";
        for (String ending : endings) {
            if (ending.length() > longest.length()
                    && word.endsWith(ending)
                    && word.length() - ending.length() >= STEM
                    && isAssimilated(word.charAt(word.length() - ending.length() - 1), ending.charAt(0))) {
                longest = ending;
            }
        }
        return word.substring(0, word.length() - longest.length());
    }

    /** Endings begin with т after voiceless consonants and with д only after others. */
    private static boolean isAssimilated(char before, char first) {
        boolean voiceless = VOICELESS.indexOf(before) >= 0;
        return first == 'т' ? voiceless : first != 'д' || !voiceless;
    }

    private static String hardened(String stem) {
        int last = stem.length() - 1;
        if (last < STEM - 1) {
            return stem;
        }
        String before = stem.substring(0, last);
        return switch (stem.charAt(last)) {
            case 'б' -> before + 'п';
            case 'г' -> before + 'к';
            case 'ғ' -> before + 'қ';
            default -> stem;
        };
    }
}
