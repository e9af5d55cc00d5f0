package org.shuqiao.listing.thesaurus;

import java.util.List;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.Thesaurus;
import reactor.core.publisher.Flux;

/** Writes the thesaurus by SKOS (W3C Recommendation, 18 August 2009) in one syntax of RDF. */
interface SkosDocuments {
    /** The scheme and all concepts, in parts that make one document. */
    Flux<String> whole(Thesaurus thesaurus);

    /** A document about one concept. */
    String one(Thesaurus thesaurus, Concept concept);

    /** The ids of the tops of the branches. */
    static List<String> tops(Thesaurus thesaurus) {
        return thesaurus.concepts().stream()
                .filter(concept -> concept.broader().isEmpty())
                .map(Concept::id)
                .toList();
    }
}
