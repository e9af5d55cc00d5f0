package org.shuqiao.search.match;

import org.shuqiao.search.fact.ListingFacts;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Shown;
import org.shuqiao.search.text.FieldTexts;

/** The offer or demand that matches are wanted for, as the index has it. */
record Subject(Kind kind, String id, long version, ListingFacts facts, FieldTexts texts, Shown shown) {
    /** What its counterparts are. */
    Kind counterpart() {
        return kind == Kind.OFFERS ? Kind.DEMANDS : Kind.OFFERS;
    }
}
