package org.shuqiao.listing.thesaurus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Label;
import org.shuqiao.thesaurus.Mapping;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The thesaurus in Turtle (W3C Recommendation, 25 February 2014), concept by concept. */
@Component
class Turtle implements SkosDocuments {
    private static final String PREFIXES =
            "@prefix skos: <" + SkosNames.SKOS + "> .\n@prefix dcterms: <" + SkosNames.DCTERMS + "> .\n";

    private final SkosNames names;

    Turtle(SkosNames names) {
        this.names = names;
    }

    @Override
    public Flux<String> whole(Thesaurus thesaurus) {
        return Flux.concat(
                Flux.just(PREFIXES, scheme(thesaurus)),
                Flux.fromIterable(thesaurus.concepts()).map(concept -> written(thesaurus, concept)));
    }

    @Override
    public String one(Thesaurus thesaurus, Concept concept) {
        return PREFIXES + written(thesaurus, concept);
    }

    private String scheme(Thesaurus thesaurus) {
        Statements scheme = new Statements(names.scheme(), "skos:ConceptScheme");
        new TreeMap<>(SkosNames.TITLES)
                .forEach((language, title) -> scheme.add("dcterms:title", literal(title, language)));
        SkosDocuments.tops(thesaurus).forEach(id -> scheme.add("skos:hasTopConcept", iri(names.concept(id))));
        return scheme.toString();
    }

    private String written(Thesaurus thesaurus, Concept concept) {
        Statements statements = new Statements(names.concept(concept.id()), "skos:Concept");
        statements.add("skos:inScheme", iri(names.scheme()));
        if (concept.broader().isEmpty()) {
            statements.add("skos:topConceptOf", iri(names.scheme()));
        }
        for (String language : Thesaurus.LANGUAGES) {
            List<Label> labels = concept.labels().getOrDefault(language, List.of());
            for (int i = 0; i < labels.size(); i++) {
                statements.add(
                        i == 0 ? "skos:prefLabel" : "skos:altLabel",
                        literal(labels.get(i).toString(), language));
            }
        }
        new TreeMap<>(concept.definitions())
                .forEach((language, text) -> statements.add("skos:definition", literal(text, language)));
        concepts(statements, "skos:broader", concept.broader());
        concepts(statements, "skos:narrower", thesaurus.narrower(concept.id()));
        concepts(statements, "skos:related", thesaurus.related(concept.id()));
        for (Mapping mapping : concept.mappings()) {
            statements.add(mapping.exact() ? "skos:exactMatch" : "skos:closeMatch", iri(names.code(mapping)));
        }
        return statements.toString();
    }

    private void concepts(Statements statements, String predicate, Collection<String> ids) {
        ids.forEach(id -> statements.add(predicate, iri(names.concept(id))));
    }

    private static String iri(String iri) {
        return "<" + iri + ">";
    }

    /** A string with its language (section 2.5.1); the escapes are those of section 6.4. */
    private static String literal(String text, String language) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> literal.append('\\').append(c);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default -> literal.append(c);
            }
        }
        return literal.append("\"@").append(language).toString();
    }

    /** What is said of one subject, objects of a predicate together. */
    private static final class Statements {
        private final String subject;
        private final String type;
        private final Map<String, List<String>> objects = new LinkedHashMap<>();

        Statements(String subject, String type) {
            this.subject = subject;
            this.type = type;
        }

        void add(String predicate, String object) {
            objects.computeIfAbsent(predicate, p -> new ArrayList<>()).add(object);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("\n");
            text.append(iri(subject)).append(" a ").append(type);
            objects.forEach((predicate, all) ->
                    text.append(" ;\n    ").append(predicate).append(' ').append(String.join(" , ", all)));
            return text.append(" .\n").toString();
        }
    }
}
