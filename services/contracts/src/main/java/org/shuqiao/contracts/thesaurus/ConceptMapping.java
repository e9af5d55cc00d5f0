package org.shuqiao.contracts.thesaurus;

import org.shuqiao.contracts.value.Expect;

/**
 * That a concept means what a class of another scheme means.
 *
 * @param match just that, or nearly
 * @param scheme {@code cpv} (CPV 2008), {@code cpc} (UN CPC 2.1), {@code ebops} (EBOPS 2010) or {@code unspsc}
 */
public record ConceptMapping(Match match, String scheme, String code) {
    /** How well they match: {@code skos:exactMatch}, {@code skos:closeMatch}. */
    public enum Match {
        exact,
        close
    }

    public ConceptMapping {
        Expect.present("match", match, "exact or close");
        scheme = Expect.line("scheme", scheme, 20);
        code = Expect.line("code", code, 20);
    }
}
