package org.shuqiao.understanding.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How the words of a language change: the endings they take, and what is written in one with the next word. */
public final class Forms {
    /** The words of a language as they stand. */
    public static final Forms NONE = new Forms(List.of(), List.of());

    /** What remains of a word without its ending has at least so many letters. */
    private static final int SHORTEST_STEM = 4;

    private static final int SHORTEST_REST = 3;
    private static final int MOST_ENDINGS = 3;

    private final List<String> endings;
    private final List<String> prefixes;

    Forms(List<String> endings, List<String> prefixes) {
        this.endings = endings.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.prefixes = List.copyOf(prefixes);
    }

    boolean hasPrefixes() {
        return !prefixes.isEmpty();
    }

    /** {@code form} without up to three endings, the longest first. */
    String stem(String form) {
        String stem = form;
        for (int i = 0; i < MOST_ENDINGS && stem.length() > SHORTEST_STEM; i++) {
            String shorter = withoutEnding(stem);
            if (shorter.length() == stem.length()) {
                break;
            }
            stem = shorter;
        }
        return stem;
    }

    private String withoutEnding(String form) {
        for (String ending : endings) {
            if (form.length() - ending.length() >= SHORTEST_STEM && form.endsWith(ending)) {
                return form.substring(0, form.length() - ending.length());
            }
        }
        return form;
    }

    /** What {@code form} may be when its first letters are a conjunction, a preposition or the article. */
    List<String> withoutPrefixes(String form) {
        List<String> rests = new ArrayList<>(2);
        for (String prefix : prefixes) {
            if (form.length() - prefix.length() >= SHORTEST_REST && form.startsWith(prefix)) {
                rests.add(form.substring(prefix.length()));
            }
        }
        return rests;
    }
}
