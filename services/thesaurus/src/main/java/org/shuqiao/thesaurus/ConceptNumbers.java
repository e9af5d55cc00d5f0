package org.shuqiao.thesaurus;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number of 16 bits for each concept, made from its id, so that vectors written with one edition of the thesaurus can be
 * read with another: where two ids have the same number, the later concept takes the next free one.
 */
final class ConceptNumbers {
    static final int NUMBERS = 1 << 16;

    private final @Nullable String[] ids = new String[NUMBERS];
    private final Map<String, Integer> numbers = new HashMap<>();

    ConceptNumbers(Thesaurus thesaurus) {
        if (thesaurus.concepts().size() > NUMBERS / 2) {
            throw new ThesaurusException("more than " + NUMBERS / 2 + " concepts cannot be numbered");
        }
        for (Concept concept : thesaurus.concepts()) {
            int number = spread(concept.id().hashCode());
            while (ids[number] != null) {
                number = (number + 1) % NUMBERS;
            }
            ids[number] = concept.id();
            numbers.put(concept.id(), number);
        }
    }

    /** The id of the concept with this number; null when there is none. */
    @Nullable
    String id(int number) {
        return ids[number];
    }

    int number(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("expected the id of a concept, not " + id);
        }
        return number;
    }

    private static int spread(int hash) {
        return (hash ^ hash >>> 16) & NUMBERS - 1;
    }
}
