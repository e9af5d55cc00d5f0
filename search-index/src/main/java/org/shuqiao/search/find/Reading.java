package org.shuqiao.search.find;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuqiao.contracts.value.LanguageTag;

/**
 * How the words of a search are understood.
 *
 * @param language of the words; undetermined where it cannot be told
 * @param suffixes of the fields of the languages the words may be in
 * @param asked what of the words names concepts, in their order
 * @param unwanted concepts to be left out, with all that is narrower
 */
record Reading(LanguageTag language, List<String> suffixes, List<Asked> asked, Set<String> unwanted) {
    /**
     * Words that name a concept, or one of several.
     *
     * @param worth how much each of the concepts counts, 0..1
     */
    record Asked(Map<String, Double> worth) {}

    /** All concepts asked for, in their order. */
    List<String> concepts() {
        return asked.stream()
                .flatMap(one -> one.worth().keySet().stream())
                .distinct()
                .toList();
    }
}
