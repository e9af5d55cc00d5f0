package org.shuqiao.understanding.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The words of one language by what they tell, as translators edit them; the module's README says how it is written. */
public final class LanguageFile {
    /** The languages that have a file, primary tags. */
    public static final List<String> LANGUAGES =
            List.of("zh", "en", "ru", "ar", "fr", "es", "pt", "de", "id", "vi", "th", "tr", "kk");

    /** What stands in a file; a name that ends with a full stop is a section whose keys are of its own kind. */
    private static final Set<String> NAMES = Set.of(
            "endings",
            "prefixes",
            "joins",
            "stops",
            "needs.essential.before",
            "needs.essential.after",
            "needs.essential.headings",
            "needs.nice-to-have.before",
            "needs.nice-to-have.after",
            "needs.nice-to-have.headings",
            "needs.excluded.before",
            "needs.excluded.after",
            "needs.excluded.around",
            "needs.excluded.headings",
            "needs.doubled",
            "needs.none",
            "standards.held",
            "standards.advised",
            "numbers.order",
            "numbers.of",
            "numbers.from",
            "numbers.to",
            "numbers.most.before",
            "numbers.most.after",
            "numbers.least.before",
            "numbers.least.after",
            "numbers.during",
            "numbers.magnitudes.",
            "numbers.money-magnitudes.",
            "numbers.words.",
            "currencies.",
            "units.",
            "periods.",
            "dates.joins",
            "dates.months.",
            "dates.year.before",
            "dates.year.after",
            "dates.until.before",
            "dates.until.after",
            "dates.since.before",
            "dates.since.after",
            "countries.",
            "adjectives.",
            "cities.",
            "languages.names.",
            "languages.shared.",
            "languages.forms",
            "languages.distinct",
            "languages.before",
            "languages.weak",
            "languages.after");

    private static final String FOLDER = "/understanding/";

    private final String name;
    private final Map<String, List<String>> lists;

    private LanguageFile(String name, Map<String, List<String>> lists) {
        this.name = name;
        this.lists = lists;
    }

    /** The file of {@code name}, a primary tag or {@code universal}; one without words where there is none. */
    public static LanguageFile of(String name) {
        try (InputStream file = LanguageFile.class.getResourceAsStream(FOLDER + name + ".yaml")) {
            return file == null
                    ? new LanguageFile(name, Map.of())
                    : read(name, new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file as it is read from {@code reader}.
     *
     * @throws IllegalArgumentException naming file and key of what is not as it must be
     */
    public static LanguageFile read(String name, Reader reader) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        try {
            flatten(name, "", new Yaml(new SafeConstructor(options)).load(reader), lists);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
        return new LanguageFile(name, Collections.unmodifiableMap(lists));
    }

    /** The primary tag of the language. */
    public String language() {
        return name;
    }

    public boolean isEmpty() {
        return lists.isEmpty();
    }

    /** How the words of the language change. */
    public Forms forms() {
        return new Forms(words("endings"), words("prefixes"));
    }

    /** The phrases under {@code key}; none where the file has no such key. */
    public List<String> words(String key) {
        return lists.getOrDefault(key, List.of());
    }

    /** The lists of a section by their key. */
    public Map<String, List<String>> section(String section) {
        String prefix = section + ".";
        Map<String, List<String>> found = new LinkedHashMap<>();
        lists.forEach((key, words) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), words);
            }
        });
        return found;
    }

    private static void flatten(String file, String key, @Nullable Object value, Map<String, List<String>> lists) {
        String where = file + ": " + key;
        if (value instanceof Map<?, ?> map && !isName(key)) {
            map.forEach((name, inner) -> flatten(file, key.isEmpty() ? "" + name : key + "." + name, inner, lists));
        } else if (value instanceof List<?> list && isName(key)) {
            lists.put(key, strings(where, list));
        } else {
            throw new IllegalArgumentException(where + ": unknown key, or no list of phrases");
        }
    }

    private static boolean isName(String key) {
        return NAMES.contains(key) || NAMES.stream().anyMatch(name -> name.endsWith(".") && key.startsWith(name));
    }

    private static List<String> strings(String where, List<?> list) {
        List<String> strings = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof String text) || text.isBlank() || !text.equals(text.strip())) {
                throw new IllegalArgumentException(where + ": “" + one + "” is no phrase, or has blanks around it");
            }
            if (strings.contains(text)) {
                throw new IllegalArgumentException(where + ": “" + text + "” stands twice");
            }
            strings.add(text);
        }
        return List.copyOf(strings);
    }
}
