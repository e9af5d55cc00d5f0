package org.shuqiao.thesaurus;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a branch as translators edit it; {@code services/thesaurus/README.md} says how it is written. */
final class BranchFile {
    private static final Set<String> OTHER_KEYS = Set.of("definition", "broader", "related", "exact", "close");

    private final String branch;

    private BranchFile(String branch) {
        this.branch = branch;
    }

    /**
     * The concepts in the order of the file.
     *
     * @throws ThesaurusException naming branch, concept and key of what is not as it must be
     */
    static List<Concept> read(String branch, Reader reader) {
        return new BranchFile(branch).concepts(reader);
    }

    private List<Concept> concepts(Reader reader) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object read;
        try {
            read = new Yaml(new SafeConstructor(options)).load(reader);
        } catch (YAMLException e) {
            throw new ThesaurusException(branch + ": " + e.getMessage(), e);
        }
        List<Concept> concepts = new ArrayList<>();
        mapping(read, branch).forEach((id, value) -> concepts.add(concept(id, mapping(value, branch + ": " + id))));
        return concepts;
    }

    private Concept concept(String id, Map<String, Object> block) {
        String where = branch + ": " + id;
        Map<String, List<Label>> labels = new LinkedHashMap<>();
        block.forEach((key, value) -> {
            if (Thesaurus.LANGUAGES.contains(key)) {
                List<Label> texts = strings(value, where + ": " + key).stream()
                        .map(Label::parse)
                        .toList();
                if (texts.isEmpty()) {
                    throw new ThesaurusException(where + ": " + key + ": no label");
                }
                labels.put(key, texts);
            } else if (!OTHER_KEYS.contains(key)) {
                throw new ThesaurusException(where + ": unknown key " + key);
            }
        });
        List<Mapping> mappings = new ArrayList<>();
        mappings.addAll(mappings(true, block.get("exact"), where + ": exact"));
        mappings.addAll(mappings(false, block.get("close"), where + ": close"));
        return new Concept(
                id,
                branch,
                strings(block.get("broader"), where + ": broader"),
                strings(block.get("related"), where + ": related"),
                mappings,
                definitions(block.get("definition"), where + ": definition"),
                labels);
    }

    private static Map<String, String> definitions(@Nullable Object value, String where) {
        Map<String, String> definitions = new LinkedHashMap<>();
        if (value != null) {
            mapping(value, where).forEach((language, text) -> {
                if (!Thesaurus.LANGUAGES.contains(language)
                        || !(text instanceof String sentence)
                        || sentence.isBlank()) {
                    throw new ThesaurusException(where + ": a sentence by its language is expected, not " + language);
                }
                definitions.put(language, sentence.strip());
            });
        }
        return definitions;
    }

    private static List<Mapping> mappings(boolean exact, @Nullable Object value, String where) {
        List<Mapping> mappings = new ArrayList<>();
        if (value != null) {
            mapping(value, where)
                    .forEach((scheme, codes) -> strings(codes, where + ": " + scheme)
                            .forEach(c -> mappings.add(new Mapping(exact, scheme, c))));
        }
        return mappings;
    }

    private static Map<String, Object> mapping(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new ThesaurusException(where + ": a mapping is expected");
        }
        Map<String, Object> mapping = new LinkedHashMap<>();
        map.forEach((key, entry) -> {
            if (!(key instanceof String name) || entry == null) {
                throw new ThesaurusException(where + ": " + key + ": a name with something after it is expected");
            }
            mapping.put(name, entry);
        });
        return mapping;
    }

    private static List<String> strings(@Nullable Object value, String where) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new ThesaurusException(where + ": a list is expected");
        }
        List<String> strings = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof String text) || text.isBlank() || !text.equals(text.strip())) {
                throw new ThesaurusException(where + ": “" + one + "” is no text, or has blanks around it");
            }
            strings.add(text);
        }
        return strings;
    }
}
