package org.shuqiao.search.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.SearchView.ConceptView;
import org.shuqiao.contracts.search.SearchView.FacetCount;
import org.shuqiao.contracts.search.SearchView.FoundConceptView;
import org.shuqiao.contracts.search.SearchView.UnderstoodView;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.find.Reading.Asked;
import org.shuqiao.search.index.ListingDocument;
import org.shuqiao.search.text.LanguageFields;
import org.shuqiao.thesaurus.Mention;
import org.springframework.stereotype.Component;

/** Says what concepts brought and counted, by their labels in the reader's language. */
@Component
class NamingConcepts {
    /** Concepts counted in an answer. */
    static final int MOST = 50;
    /** Of a hit's text so many characters are looked through for the words that name a concept. */
    private static final int LOOKED_THROUGH = 4_000;

    private final LivingThesaurus thesaurus;

    NamingConcepts(LivingThesaurus thesaurus) {
        this.thesaurus = thesaurus;
    }

    /** How words were read; null where none were asked for. */
    @Nullable
    UnderstoodView understood(Search search, Reading reading, String reader) {
        return search.words().isEverything()
                ? null
                : new UnderstoodView(
                        reading.language().primary(),
                        views(reading.concepts(), reader),
                        views(reading.unwanted(), reader));
    }

    private List<ConceptView> views(Collection<String> concepts, String reader) {
        return concepts.stream().map(concept -> view(concept, reader)).toList();
    }

    private ConceptView view(String concept, String reader) {
        return new ConceptView(concept, thesaurus.vocabulary().label(concept, reader));
    }

    /** The concepts asked for that {@code document} is about, itself or by something narrower. */
    List<FoundConceptView> found(ListingDocument document, Reading reading, String reader) {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> about = Objects.requireNonNullElse(document.concepts(), List.of());
        for (Asked asked : reading.asked()) {
            for (String concept : asked.worth().keySet()) {
                String own = about.contains(concept) ? concept : narrower(concept, about);
                if (own != null) {
                    found.putIfAbsent(concept, own);
                }
            }
        }
        Map<String, String> originals = originals(document, Set.copyOf(found.values()));
        List<FoundConceptView> views = new ArrayList<>();
        found.forEach((concept, own) -> views.add(new FoundConceptView(
                concept,
                thesaurus.vocabulary().label(concept, reader),
                own.equals(concept) ? null : view(own, reader),
                originals.get(own))));
        return views;
    }

    private @Nullable String narrower(String concept, List<String> about) {
        return about.stream()
                .filter(own -> thesaurus.nearness().broaderThan(own).contains(concept))
                .findFirst()
                .orElse(null);
    }

    /** What of the document's texts names each of {@code concepts}, in the language of its original where it stands there. */
    private Map<String, String> originals(ListingDocument document, Set<String> concepts) {
        Map<String, String> originals = new LinkedHashMap<>();
        Map<String, List<String>> texts = document.text();
        if (texts == null || concepts.isEmpty()) {
            return originals;
        }
        String original = suffixOf(document);
        int left = LOOKED_THROUGH;
        for (String suffix : (Iterable<String>) texts.keySet().stream()
                .sorted(Comparator.comparing((String suffix) -> !suffix.equals(original)))::iterator) {
            // Kazakh is the one language of the thesaurus that shares its field with others
            String language = suffix.equals(LanguageFields.OTHER) ? "kk" : suffix;
            for (String text : texts.getOrDefault(suffix, List.of())) {
                if (originals.size() == concepts.size() || left <= 0) {
                    return originals;
                }
                String looked = text.length() <= left ? text : text.substring(0, left);
                left -= looked.length();
                for (Mention mention : thesaurus.recognizer().recognize(looked, language)) {
                    if (concepts.contains(mention.concept())) {
                        originals.putIfAbsent(mention.concept(), looked.substring(mention.from(), mention.to()));
                    }
                }
            }
        }
        return originals;
    }

    private static @Nullable String suffixOf(ListingDocument document) {
        String writtenIn = document.writtenIn();
        return writtenIn == null ? null : LanguageFields.suffix(new LanguageTag(writtenIn));
    }

    /** The concepts counted most, of equals those that tell most; those chosen in any case. */
    List<FacetCount> counts(List<FacetCount> all, Set<String> chosen, String reader) {
        List<FacetCount> ordered = all.stream()
                .sorted(Comparator.comparingLong(FacetCount::count)
                        .thenComparingDouble(count -> thesaurus.nearness().telling(count.value()))
                        .reversed()
                        .thenComparing(FacetCount::value))
                .toList();
        List<FacetCount> counts = new ArrayList<>();
        for (FacetCount count : ordered) {
            if (counts.size() < MOST || chosen.contains(count.value())) {
                counts.add(new FacetCount(
                        count.value(),
                        count.count(),
                        thesaurus.vocabulary().label(count.value(), reader),
                        thesaurus.vocabulary().broader(count.value())));
            }
        }
        return counts;
    }
}
