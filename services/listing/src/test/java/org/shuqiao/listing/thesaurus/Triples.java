package org.shuqiao.listing.thesaurus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Label;
import org.shuqiao.thesaurus.Mapping;
import org.shuqiao.thesaurus.Thesaurus;

/** What a thesaurus says in RDF, and what others read in a document. */
final class Triples {
    private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

    private final String base;

    Triples(String base) {
        this.base = base;
    }

    static Model read(String document, RDFFormat format) {
        try {
            return new LinkedHashModel(Rio.parse(new StringReader(document), "http://nowhere.example/", format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Model of(Thesaurus thesaurus) {
        Model model = new LinkedHashModel();
        IRI scheme = VALUES.createIRI(base + "thesaurus");
        model.add(scheme, RDF.TYPE, SKOS.CONCEPT_SCHEME);
        model.add(scheme, DCTERMS.TITLE, VALUES.createLiteral("Thesaurus of digital trade", "en"));
        model.add(scheme, DCTERMS.TITLE, VALUES.createLiteral("数字贸易主题词表", "zh"));
        for (Concept concept : thesaurus.concepts()) {
            if (concept.broader().isEmpty()) {
                model.add(scheme, SKOS.HAS_TOP_CONCEPT, concept(concept.id()));
            }
            model.addAll(of(thesaurus, concept));
        }
        return model;
    }

    Model of(Thesaurus thesaurus, Concept concept) {
        Model model = new LinkedHashModel();
        IRI subject = concept(concept.id());
        IRI scheme = VALUES.createIRI(base + "thesaurus");
        model.add(subject, RDF.TYPE, SKOS.CONCEPT);
        model.add(subject, SKOS.IN_SCHEME, scheme);
        if (concept.broader().isEmpty()) {
            model.add(subject, SKOS.TOP_CONCEPT_OF, scheme);
        }
        concept.labels().forEach((language, labels) -> {
            model.add(subject, SKOS.PREF_LABEL, literal(labels.getFirst(), language));
            for (Label label : labels.subList(1, labels.size())) {
                model.add(subject, SKOS.ALT_LABEL, literal(label, language));
            }
        });
        concept.definitions()
                .forEach((language, text) ->
                        model.add(subject, SKOS.DEFINITION, literal(new Label(text, null), language)));
        concept.broader().forEach(id -> model.add(subject, SKOS.BROADER, concept(id)));
        for (Concept other : thesaurus.concepts()) {
            if (other.broader().contains(concept.id())) {
                model.add(subject, SKOS.NARROWER, concept(other.id()));
            }
            if (other.related().contains(concept.id()) || concept.related().contains(other.id())) {
                model.add(subject, SKOS.RELATED, concept(other.id()));
            }
        }
        for (Mapping mapping : concept.mappings()) {
            String uri = mapping.scheme().equals("cpv")
                    ? "http://data.europa.eu/cpv/cpv/" + mapping.code()
                    : "urn:shuqiao:code:" + mapping.scheme() + ":" + mapping.code();
            model.add(subject, mapping.exact() ? SKOS.EXACT_MATCH : SKOS.CLOSE_MATCH, VALUES.createIRI(uri));
        }
        return model;
    }

    private IRI concept(String id) {
        return VALUES.createIRI(base + "concepts/" + id);
    }

    private static Literal literal(Label label, String language) {
        String text = label.qualifier() == null ? label.text() : label.text() + " (" + label.qualifier() + ")";
        return VALUES.createLiteral(text, language);
    }
}
