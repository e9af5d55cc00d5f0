package org.shuqiao.listing.thesaurus;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.thesaurus.ConceptEntry;
import org.shuqiao.contracts.thesaurus.ConceptLabels;
import org.shuqiao.contracts.thesaurus.ConceptMapping;
import org.shuqiao.contracts.thesaurus.ConceptMapping.Match;
import org.shuqiao.contracts.thesaurus.ConceptView;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Label;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.stereotype.Component;

/** Concepts as callers see them. */
@Component
class ConceptViews {
    static final String FALLBACK = "en";

    private final SkosNames names;

    ConceptViews(SkosNames names) {
        this.names = names;
    }

    /** @param language of the labels; null for all, and English ones of the concepts around */
    ConceptView view(Thesaurus thesaurus, Concept concept, @Nullable String language) {
        String around = language == null ? FALLBACK : language;
        return new ConceptView(
                concept.id(),
                names.concept(concept.id()),
                concept.branch(),
                labels(concept, language == null ? Thesaurus.LANGUAGES : List.of(language)),
                definitions(concept, language),
                entries(thesaurus, concept.broader(), around),
                entries(thesaurus, thesaurus.narrower(concept.id()), around),
                entries(thesaurus, thesaurus.related(concept.id()), around),
                concept.mappings().stream()
                        .map(mapping -> new ConceptMapping(
                                mapping.exact() ? Match.exact : Match.close, mapping.scheme(), mapping.code()))
                        .toList());
    }

    /** All, or that in {@code language}, else the English one. */
    private static @Nullable Map<LanguageTag, String> definitions(Concept concept, @Nullable String language) {
        Map<LanguageTag, String> definitions = new LinkedHashMap<>();
        for (String each : Thesaurus.LANGUAGES) {
            String text = concept.definitions().get(each);
            if (text != null && (language == null || language.equals(each))) {
                definitions.put(new LanguageTag(each), text);
            }
        }
        String english = concept.definitions().get(FALLBACK);
        if (definitions.isEmpty() && english != null) {
            definitions.put(new LanguageTag(FALLBACK), english);
        }
        return definitions.isEmpty() ? null : definitions;
    }

    List<ConceptEntry> entries(Thesaurus thesaurus, Collection<String> ids, String language) {
        return ids.stream()
                .flatMap(id -> thesaurus.concept(id).stream())
                .map(concept -> entry(thesaurus, concept, language))
                .toList();
    }

    private static ConceptEntry entry(Thesaurus thesaurus, Concept concept, String language) {
        boolean has = concept.labels().containsKey(language);
        return new ConceptEntry(
                concept.id(),
                concept.preferred(language).toString(),
                new LanguageTag(has ? language : FALLBACK),
                thesaurus.narrower(concept.id()).size());
    }

    private static Map<LanguageTag, ConceptLabels> labels(Concept concept, List<String> languages) {
        Map<LanguageTag, ConceptLabels> labels = new LinkedHashMap<>();
        for (String language : languages) {
            List<String> all = concept.labels().getOrDefault(language, List.of()).stream()
                    .map(Label::toString)
                    .toList();
            if (!all.isEmpty()) {
                labels.put(new LanguageTag(language), new ConceptLabels(all.getFirst(), all.subList(1, all.size())));
            }
        }
        return labels;
    }
}
