package org.shuqiao.thesaurus;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Finds concepts by how a label begins, or any word in it, for people who type. Case does not matter, nor do accents:
 * {@code dich vu} finds “dịch vụ”. In Chinese and Thai every letter begins a word. Safe for use by many threads.
 */
public final class LabelLookup {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    /** Arabic's article, written with its noun. */
    private static final String AL = "ال";

    private final Thesaurus thesaurus;
    private final Map<String, List<Beginning>> languages = new ConcurrentHashMap<>();

    public LabelLookup(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    /**
     * A label from some word on.
     *
     * @param at where the word begins in {@code label}
     * @param rank how good a find that is, the lowest best
     */
    private record Beginning(String label, int at, int rank, String concept) {
        static final Comparator<Beginning> BEST_FIRST = Comparator.comparingInt(Beginning::rank)
                .thenComparing(Beginning::label)
                .thenComparing(Beginning::concept);

        boolean beginsWith(String looked) {
            return label.startsWith(looked, at);
        }

        int compareTo(String other, int from) {
            int length = Math.min(label.length() - at, other.length() - from);
            for (int i = 0; i < length; i++) {
                int difference = label.charAt(at + i) - other.charAt(from + i);
                if (difference != 0) {
                    return difference;
                }
            }
            return label.length() - at - (other.length() - from);
        }
    }

    /**
     * The ids of the concepts with a label in {@code language} that has a word beginning with what was typed: those first
     * whose preferred label begins so, then those where another does, then the rest; each once.
     *
     * @param language a primary tag of {@link Thesaurus#LANGUAGES}; there is nothing in another
     */
    public List<String> beginning(String typed, String language) {
        String looked = folded(typed, language).strip();
        if (looked.isEmpty() || !Thesaurus.LANGUAGES.contains(language)) {
            return List.of();
        }
        List<Beginning> all = languages.computeIfAbsent(language, this::beginnings);
        List<Beginning> found = new ArrayList<>();
        for (int i = first(all, looked); i < all.size() && all.get(i).beginsWith(looked); i++) {
            found.add(all.get(i));
        }
        found.sort(Beginning.BEST_FIRST);
        Map<String, Beginning> once = new LinkedHashMap<>();
        found.forEach(beginning -> once.putIfAbsent(beginning.concept(), beginning));
        return List.copyOf(once.keySet());
    }

    /** Whether there is something in {@code typed} to look for. */
    public static boolean canFind(String typed) {
        return typed.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static int first(List<Beginning> all, String looked) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).compareTo(looked, 0) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Beginning> beginnings(String language) {
        List<Beginning> all = new ArrayList<>();
        for (Concept concept : thesaurus.concepts()) {
            List<Label> labels = concept.labels().getOrDefault(language, List.of());
            for (int i = 0; i < labels.size(); i++) {
                String folded = folded(labels.get(i).text(), language).strip();
                int preferred = i == 0 ? 0 : 1;
                for (int at : wordStarts(folded, language)) {
                    all.add(new Beginning(folded, at, (at == 0 ? 0 : 2) + preferred, concept.id()));
                }
            }
        }
        all.sort((one, other) -> one.compareTo(other.label(), other.at()));
        return all;
    }

    private static List<Integer> wordStarts(String folded, String language) {
        boolean everyLetter = language.equals("zh") || language.equals("th");
        List<Integer> starts = new ArrayList<>();
        for (int at = 0; at < folded.length(); at += Character.charCount(folded.codePointAt(at))) {
            boolean letter = Character.isLetterOrDigit(folded.codePointAt(at));
            boolean begins = at == 0 || folded.charAt(at - 1) == ' ';
            if (letter && (begins || everyLetter)) {
                starts.add(at);
                if (language.equals("ar") && folded.startsWith(AL, at)) {
                    starts.add(at + AL.length());
                }
            }
        }
        return starts;
    }

    /** In lower case without accents, everything else between words one blank. Thai keeps its marks: they are its vowels. */
    private static String folded(String text, String language) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare =
                language.equals("th") ? decomposed : MARKS.matcher(decomposed).replaceAll("");
        char[] from = bare.toCharArray();
        char[] to = new char[4 * from.length];
        int length = ASCIIFoldingFilter.foldToASCII(from, 0, to, 0, from.length);
        String ascii = new String(to, 0, length).toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(ascii).replaceAll(" ");
    }
}
