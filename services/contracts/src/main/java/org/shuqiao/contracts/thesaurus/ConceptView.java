package org.shuqiao.contracts.thesaurus;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.LanguageTag;

/**
 * A concept of the thesaurus.
 *
 * @param uri its name in SKOS
 * @param branch the part of the thesaurus it stands in
 * @param labels by language
 * @param definitions one sentence by language; null where there is none
 * @param broader the next broader concepts, none for the top of a branch; so are {@code narrower} and {@code related}
 */
public record ConceptView(
        String id,
        String uri,
        String branch,
        Map<LanguageTag, ConceptLabels> labels,
        @Nullable Map<LanguageTag, String> definitions,
        List<ConceptEntry> broader,
        List<ConceptEntry> narrower,
        List<ConceptEntry> related,
        List<ConceptMapping> mappings) {}
