package org.shuqiao.thesaurus;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.ConceptAddition.Kind;
import org.shuqiao.contracts.thesaurus.ConceptMapping;
import org.shuqiao.contracts.value.LanguageTag;

/** Additions to thesauri for tests; labels as {@code zh=甲乙|丙丁}. */
final class Additions {
    private Additions() {}

    static ConceptAddition concept(String id, List<String> broader, String... labels) {
        return new ConceptAddition(Kind.concept, id, broader, List.of(), List.of(), labels(labels));
    }

    static ConceptAddition concept(
            String id, List<String> broader, List<String> related, List<ConceptMapping> mappings, String... labels) {
        return new ConceptAddition(Kind.concept, id, broader, related, mappings, labels(labels));
    }

    static ConceptAddition extension(String id, List<String> related, String... labels) {
        return new ConceptAddition(Kind.extension, id, List.of(), related, List.of(), labels(labels));
    }

    static ConceptAddition denial(String id, String language, String words) {
        return ConceptAddition.denial(id, new LanguageTag(language), words);
    }

    private static Map<LanguageTag, List<String>> labels(String... labels) {
        Map<LanguageTag, List<String>> map = new LinkedHashMap<>();
        for (String label : labels) {
            String[] parts = label.split("=", 2);
            map.put(new LanguageTag(parts[0]), Arrays.asList(parts[1].split("\\|")));
        }
        return map;
    }
}
