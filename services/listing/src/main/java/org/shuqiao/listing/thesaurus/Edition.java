package org.shuqiao.listing.thesaurus;

import org.shuqiao.thesaurus.LabelLookup;
import org.shuqiao.thesaurus.Thesaurus;

/**
 * The thesaurus as it stands.
 *
 * @param version how many additions it has beside its files
 */
public record Edition(long version, Thesaurus thesaurus, LabelLookup lookup) {
    static Edition of(long version, Thesaurus thesaurus) {
        return new Edition(version, thesaurus, new LabelLookup(thesaurus));
    }
}
