package org.shuqiao.listing.thesaurus;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Label;
import org.shuqiao.thesaurus.Mapping;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** The thesaurus in JSON-LD 1.1 (W3C Recommendation, 16 July 2020), its context within, so that nobody need fetch one. */
@Component
class JsonLd implements SkosDocuments {
    private static final Map<String, Object> CONTEXT = context();

    private final SkosNames names;
    private final JsonMapper json = JsonMapper.shared();

    JsonLd(SkosNames names) {
        this.names = names;
    }

    @Override
    public Flux<String> whole(Thesaurus thesaurus) {
        return Flux.defer(() -> {
            AtomicBoolean first = new AtomicBoolean(true);
            String head = "{\"@context\":" + json.writeValueAsString(CONTEXT) + ",\"@graph\":[";
            Flux<String> nodes = Flux.concat(
                            Flux.just(scheme(thesaurus)),
                            Flux.fromIterable(thesaurus.concepts()).map(concept -> node(thesaurus, concept)))
                    .map(node -> (first.getAndSet(false) ? "\n" : ",\n") + json.writeValueAsString(node));
            return Flux.concat(Flux.just(head), nodes, Flux.just("\n]}\n"));
        });
    }

    @Override
    public String one(Thesaurus thesaurus, Concept concept) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", CONTEXT);
        document.putAll(node(thesaurus, concept));
        return json.writeValueAsString(document);
    }

    private Map<String, Object> scheme(Thesaurus thesaurus) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", names.scheme());
        node.put("@type", "ConceptScheme");
        node.put("title", new TreeMap<>(SkosNames.TITLES));
        node.put("hasTopConcept", uris(SkosDocuments.tops(thesaurus)));
        return node;
    }

    private Map<String, Object> node(Thesaurus thesaurus, Concept concept) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", names.concept(concept.id()));
        node.put("@type", "Concept");
        node.put("inScheme", names.scheme());
        if (concept.broader().isEmpty()) {
            node.put("topConceptOf", names.scheme());
        }
        Map<String, Object> preferred = new LinkedHashMap<>();
        Map<String, Object> alternative = new LinkedHashMap<>();
        for (String language : Thesaurus.LANGUAGES) {
            List<String> labels = concept.labels().getOrDefault(language, List.of()).stream()
                    .map(Label::toString)
                    .toList();
            if (!labels.isEmpty()) {
                preferred.put(language, labels.getFirst());
            }
            if (labels.size() > 1) {
                alternative.put(language, labels.subList(1, labels.size()));
            }
        }
        node.put("prefLabel", preferred);
        putUnlessEmpty(node, "altLabel", alternative);
        putUnlessEmpty(node, "definition", new TreeMap<String, Object>(concept.definitions()));
        putUnlessEmpty(node, "broader", uris(concept.broader()));
        putUnlessEmpty(node, "narrower", uris(thesaurus.narrower(concept.id())));
        putUnlessEmpty(node, "related", uris(thesaurus.related(concept.id())));
        putUnlessEmpty(node, "exactMatch", codes(concept, true));
        putUnlessEmpty(node, "closeMatch", codes(concept, false));
        return node;
    }

    private List<String> uris(Collection<String> ids) {
        return ids.stream().map(names::concept).toList();
    }

    private List<String> codes(Concept concept, boolean exact) {
        return concept.mappings().stream()
                .filter(mapping -> mapping.exact() == exact)
                .map((Mapping mapping) -> names.code(mapping))
                .toList();
    }

    private static void putUnlessEmpty(Map<String, Object> node, String key, Collection<String> values) {
        if (!values.isEmpty()) {
            node.put(key, values);
        }
    }

    private static void putUnlessEmpty(Map<String, Object> node, String key, Map<String, Object> values) {
        if (!values.isEmpty()) {
            node.put(key, values);
        }
    }

    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("skos", SkosNames.SKOS);
        context.put("Concept", "skos:Concept");
        context.put("ConceptScheme", "skos:ConceptScheme");
        context.put("title", Map.of("@id", SkosNames.DCTERMS + "title", "@container", "@language"));
        for (String text : List.of("prefLabel", "altLabel", "definition")) {
            context.put(text, Map.of("@id", "skos:" + text, "@container", "@language"));
        }
        for (String link : List.of(
                "inScheme",
                "topConceptOf",
                "hasTopConcept",
                "broader",
                "narrower",
                "related",
                "exactMatch",
                "closeMatch")) {
            context.put(link, Map.of("@id", "skos:" + link, "@type", "@id"));
        }
        return context;
    }
}
