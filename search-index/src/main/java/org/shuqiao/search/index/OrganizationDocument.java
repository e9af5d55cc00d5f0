package org.shuqiao.search.index;

import org.shuqiao.contracts.value.Text;
import org.shuqiao.search.fact.Party;

/** An organization in the index: what its offers and demands need of it. */
public record OrganizationDocument(long version, Party party, Text name) {}
