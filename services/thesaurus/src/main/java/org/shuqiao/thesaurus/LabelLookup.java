package org.shuqiao.thesaurus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds concepts by how a label begins, or any word in it, for people who type. What is compared is folded: {@code dich vu}
 * finds “dịch vụ”. In Chinese and Thai every letter begins a word, but of a Latin word in them only the first. A language is
 * made ready when first asked for. Safe for use by many threads.
 */
public final class LabelLookup {
    /** Arabic's article, written with its noun. */
    private static final String ARTICLE = "ال";
    /** What is left of an Arabic word without what may be its article. */
    private static final int WORD = 3;

    private static final int LAST_LATIN = 0x2FF;

    private final Thesaurus thesaurus;
    private final Map<String, List<Beginning>> languages = new ConcurrentHashMap<>();

    public LabelLookup(Thesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    /** A concept, and the label by which it was found. */
    public record Found(String concept, Label label) {}

    /**
     * A label from some word on.
     *
     * @param at where in {@code folded} it may be typed from
     * @param first whether that is its first word
     */
    private record Beginning(String folded, int at, boolean first, boolean preferred, String concept, Label label) {
        boolean beginsWith(String typed) {
            return folded.startsWith(typed, at);
        }

        boolean isWhole(String typed) {
            return first && folded.length() - at == typed.length();
        }

        int compareTo(String other, int from) {
            int length = Math.min(folded.length() - at, other.length() - from);
            for (int i = 0; i < length; i++) {
                int difference = folded.charAt(at + i) - other.charAt(from + i);
                if (difference != 0) {
                    return difference;
                }
            }
            return folded.length() - at - (other.length() - from);
        }
    }

    /**
     * The concepts with a label in {@code language} that has a word beginning with what was typed: those first that are
     * called just so, then labels that begin so, preferred labels, short ones; each concept once.
     *
     * @param language a primary tag of {@link Thesaurus#LANGUAGES}; there is nothing in another
     */
    public List<Found> beginning(String typed, String language) {
        String folded = Folding.of(typed);
        if (folded.isEmpty() || !Thesaurus.LANGUAGES.contains(language)) {
            return List.of();
        }
        List<Beginning> all = languages.computeIfAbsent(language, this::beginnings);
        List<Beginning> found = new ArrayList<>();
        for (int i = first(all, folded); i < all.size() && all.get(i).beginsWith(folded); i++) {
            found.add(all.get(i));
        }
        Set<String> seen = new HashSet<>();
        return found.stream()
                .sorted(Comparator.comparing((Beginning beginning) -> !beginning.isWhole(folded))
                        .thenComparing(beginning -> !beginning.first())
                        .thenComparing(beginning -> !beginning.preferred())
                        .thenComparing(beginning -> beginning.label().text().length())
                        .thenComparing(Beginning::concept))
                .filter(beginning -> seen.add(beginning.concept()))
                .map(beginning -> new Found(beginning.concept(), beginning.label()))
                .toList();
    }

    /** Whether there is something in {@code typed} to look for. */
    public static boolean canFind(String typed) {
        return typed.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static int first(List<Beginning> all, String typed) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).compareTo(typed, 0) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Beginning> beginnings(String language) {
        boolean spaced = !language.equals("zh") && !language.equals("th");
        List<Beginning> all = new ArrayList<>();
        for (Concept concept : thesaurus.concepts()) {
            List<Label> labels = concept.labels().getOrDefault(language, List.of());
            for (int i = 0; i < labels.size(); i++) {
                Label label = labels.get(i);
                String folded = Folding.of(label.text());
                for (int at = 0; at < folded.length(); at++) {
                    if (at == 0 || begins(folded, at, spaced)) {
                        all.add(new Beginning(folded, at, at == 0, i == 0, concept.id(), label));
                        if (hasArticle(folded, at)) {
                            int noun = at + ARTICLE.length();
                            all.add(new Beginning(folded, noun, at == 0, i == 0, concept.id(), label));
                        }
                    }
                }
            }
        }
        all.sort((one, other) -> one.compareTo(other.folded(), other.at()));
        return all;
    }

    private static boolean hasArticle(String folded, int at) {
        return folded.startsWith(ARTICLE, at) && folded.length() - at >= ARTICLE.length() + WORD;
    }

    private static boolean begins(String folded, int at, boolean spaced) {
        char before = folded.charAt(at - 1);
        char character = folded.charAt(at);
        if (character == ' ' || Character.isLowSurrogate(character)) {
            return false;
        }
        if (before == ' ') {
            return true;
        }
        return !spaced
                && Character.isLetterOrDigit(folded.codePointAt(at))
                && (character > LAST_LATIN || before > LAST_LATIN);
    }
}
