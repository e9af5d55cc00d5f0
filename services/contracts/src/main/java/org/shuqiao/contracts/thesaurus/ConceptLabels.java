package org.shuqiao.contracts.thesaurus;

import java.util.List;

/** What a concept is called in one language: the preferred label, and what people write besides. */
public record ConceptLabels(String preferred, List<String> alternative) {}
