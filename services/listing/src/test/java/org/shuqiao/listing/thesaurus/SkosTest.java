package org.shuqiao.listing.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Label;
import org.shuqiao.thesaurus.Mapping;
import org.shuqiao.thesaurus.Thesaurus;

class SkosTest {
    private static final String BASE = "https://shuqiao.example/vocabulary/";

    private final SkosNames names = new SkosNames(new ThesaurusSettings(URI.create(BASE)));
    private final Turtle turtle = new Turtle(names);
    private final JsonLd jsonLd = new JsonLd(names);
    private final Triples triples = new Triples(BASE);

    @Test
    void saysInTurtleWhatTheThesaurusSaysAndNothingElse() {
        Thesaurus thesaurus = Thesaurus.builtIn();

        assertThat(Triples.read(whole(turtle, thesaurus), RDFFormat.TURTLE)).isEqualTo(triples.of(thesaurus));
    }

    @Test
    void saysTheSameInJsonLd() {
        Thesaurus thesaurus = Thesaurus.builtIn();

        assertThat(Triples.read(whole(jsonLd, thesaurus), RDFFormat.JSONLD)).isEqualTo(triples.of(thesaurus));
    }

    @Test
    void aDocumentAboutOneConceptSaysOnlyWhatIsSaidOfIt() {
        Thesaurus thesaurus = Thesaurus.builtIn();
        Concept concept = thesaurus.concept("object-storage").orElseThrow();

        assertThat(Triples.read(turtle.one(thesaurus, concept), RDFFormat.TURTLE))
                .isEqualTo(triples.of(thesaurus, concept));
        assertThat(Triples.read(jsonLd.one(thesaurus, concept), RDFFormat.JSONLD))
                .isEqualTo(triples.of(thesaurus, concept));
    }

    @Test
    void anyLabelCanBeWritten() {
        List<Label> labels = List.of(
                new Label("back\\slash \"quoted\" 'single'", null),
                new Label("two\r\nlines\tand a tab", "odd"),
                new Label("𠮷野家 \u2028 <tag> @en ; .", null));
        Concept odd = new Concept(
                "odd",
                "test",
                List.of(),
                List.of(),
                List.of(new Mapping(true, "ebops", "9.2.2"), new Mapping(false, "cpv", "72000000")),
                Map.of("en", labels, "zh", labels));
        Thesaurus thesaurus = Thesaurus.of(List.of(odd));

        assertThat(Triples.read(whole(turtle, thesaurus), RDFFormat.TURTLE)).isEqualTo(triples.of(thesaurus));
        assertThat(Triples.read(whole(jsonLd, thesaurus), RDFFormat.JSONLD)).isEqualTo(triples.of(thesaurus));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vocabulary/", "https://shuqiao.example/vocabulary"})
    void namesNeedAnAbsoluteBaseThatEndsWithASlash(String base) {
        assertThatThrownBy(() -> new ThesaurusSettings(URI.create(base)))
                .hasMessageContaining("shuqiao.listing.thesaurus.base");
    }

    private static String whole(SkosDocuments documents, Thesaurus thesaurus) {
        return String.join(
                "", documents.whole(thesaurus).collectList().blockOptional().orElseThrow());
    }
}
