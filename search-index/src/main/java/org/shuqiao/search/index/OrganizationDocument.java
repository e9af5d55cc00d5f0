package org.shuqiao.search.index;

import java.util.List;
import java.util.Objects;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.search.fact.Party;

/**
 * An organization in the index: what its offers and demands need of it.
 *
 * @param delivered as many and in the same order as the works of the party
 */
public record OrganizationDocument(long version, Party party, Text name, List<Delivered> delivered) {
    public OrganizationDocument {
        delivered = Objects.requireNonNullElse(delivered, List.of());
    }
}
