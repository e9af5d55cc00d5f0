package org.shuqiao.contracts.thesaurus;

import java.util.UUID;
import org.shuqiao.contracts.event.Event;

/**
 * What is said about the thesaurus on the topic {@code listing.thesaurus}. It is one aggregate, so that all hear of its
 * additions in the one order in which they were published.
 */
public sealed interface ThesaurusEvent extends Event permits ThesaurusExtendedV1 {
    /** The aggregate's id: there is one thesaurus. */
    UUID THESAURUS = UUID.fromString("0198c2a0-0000-7000-8000-000000000001");
}
