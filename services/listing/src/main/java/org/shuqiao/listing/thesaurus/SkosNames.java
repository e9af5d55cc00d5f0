package org.shuqiao.listing.thesaurus;

import java.util.Map;
import org.shuqiao.thesaurus.Mapping;
import org.springframework.stereotype.Component;

/** The URIs of what the thesaurus speaks of. */
@Component
class SkosNames {
    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    static final String DCTERMS = "http://purl.org/dc/terms/";

    /** What the scheme is called, by language. */
    static final Map<String, String> TITLES = Map.of("en", "Thesaurus of digital trade", "zh", "数字贸易主题词表");

    /** The Publications Office of the EU gives CPV its URIs; nobody does for the codes of the other schemes. */
    private static final String CPV = "http://data.europa.eu/cpv/cpv/";

    private static final String OTHER_CODES = "urn:shuqiao:code:";

    private final String base;

    SkosNames(ThesaurusSettings settings) {
        this.base = settings.base().toASCIIString();
    }

    String scheme() {
        return base + "thesaurus";
    }

    String concept(String id) {
        return base + "concepts/" + id;
    }

    String code(Mapping mapping) {
        return mapping.scheme().equals("cpv")
                ? CPV + mapping.code()
                : OTHER_CODES + mapping.scheme() + ":" + mapping.code();
    }
}
