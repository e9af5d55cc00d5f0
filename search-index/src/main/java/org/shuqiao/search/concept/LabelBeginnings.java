package org.shuqiao.search.concept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Label;

/** The labels of one language by what may be typed of them: the beginning of any word, in Chinese and Thai of any letter. */
final class LabelBeginnings {
    private static final String ARTICLE = "ال";
    /** What is left of an Arabic word without what may be its article. */
    private static final int WORD = 3;

    private final Beginning[] all;

    LabelBeginnings(Collection<Concept> concepts, String language) {
        boolean spaced = !language.equals("zh") && !language.equals("th");
        List<Beginning> beginnings = new ArrayList<>();
        for (Concept concept : concepts) {
            List<Label> labels = concept.labels().getOrDefault(language, List.of());
            for (int i = 0; i < labels.size(); i++) {
                add(Folding.of(labels.get(i).text()), concept.id(), labels.get(i), i == 0, spaced, beginnings);
            }
        }
        all = beginnings.toArray(Beginning[]::new);
        Arrays.sort(all, Comparator.comparing(Beginning::rest));
    }

    /**
     * A place in a label from which it may be typed.
     *
     * @param rest of the label from there, folded
     * @param first whether it is the whole label
     * @param preferred whether the label is the preferred one
     */
    record Beginning(String rest, String concept, Label label, boolean first, boolean preferred) {}

    /** All places that go on with {@code typed}, which is folded and not empty. */
    List<Beginning> of(String typed) {
        int from = 0;
        int to = all.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (all[middle].rest().compareTo(typed) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        List<Beginning> found = new ArrayList<>();
        for (int at = from; at < all.length && all[at].rest().startsWith(typed); at++) {
            found.add(all[at]);
        }
        return found;
    }

    private static void add(
            String folded, String concept, Label label, boolean preferred, boolean spaced, List<Beginning> beginnings) {
        for (int at = 0; at < folded.length(); at++) {
            if (at > 0 && !isBeginning(folded, at, spaced)) {
                continue;
            }
            String rest = folded.substring(at);
            beginnings.add(new Beginning(rest, concept, label, at == 0, preferred));
            if (rest.startsWith(ARTICLE) && rest.length() >= ARTICLE.length() + WORD) {
                beginnings.add(new Beginning(rest.substring(ARTICLE.length()), concept, label, at == 0, preferred));
            }
        }
    }

    private static boolean isBeginning(String folded, int at, boolean spaced) {
        char character = folded.charAt(at);
        if (character == ' ' || Character.isLowSurrogate(character)) {
            return false;
        }
        return folded.charAt(at - 1) == ' ' || !spaced && Character.isLetter(character) && character > 0x2FF;
    }
}
