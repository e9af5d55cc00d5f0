package org.shuqiao.understanding.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The standards known by name, and the bodies whose standards are known by number.
 *
 * @param bodies the name of a body to how it is written before a number
 * @param names the name of a standard to how it is written; <code>{n}</code> stands for a level from 1 to 5, in a
 *     name <code>{r}</code> for the same in Roman numerals
 */
record StandardsFile(Map<String, List<String>> bodies, Map<String, List<String>> names) {
    private static final String FILE = "/understanding/standards.yaml";
    private static final Set<String> SECTIONS = Set.of("bodies", "names");

    static StandardsFile builtIn() {
        try (InputStream file = StandardsFile.class.getResourceAsStream(FILE)) {
            return read(new InputStreamReader(Objects.requireNonNull(file, FILE), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming what is not as it must be */
    static StandardsFile read(Reader reader) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object read = new Yaml(new SafeConstructor(options)).load(reader);
        if (!(read instanceof Map<?, ?> sections) || !sections.keySet().equals(SECTIONS)) {
            throw new IllegalArgumentException("standards: the sections bodies and names are expected");
        }
        return new StandardsFile(section(sections, "bodies"), section(sections, "names"));
    }

    private static Map<String, List<String>> section(Map<?, ?> sections, String section) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (!(sections.get(section) instanceof Map<?, ?> entries)) {
            throw new IllegalArgumentException("standards: " + section + ": a mapping is expected");
        }
        entries.forEach((name, written) -> {
            if (!(name instanceof String text)
                    || !(written instanceof List<?> list)
                    || !list.stream().allMatch(one -> one instanceof String phrase && !phrase.isBlank())) {
                throw new IllegalArgumentException(
                        "standards: " + section + ": " + name + ": a list of phrases is expected");
            }
            found.put(text, list.stream().map(String.class::cast).toList());
        });
        return found;
    }
}
