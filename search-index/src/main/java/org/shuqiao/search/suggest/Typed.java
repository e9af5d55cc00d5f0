package org.shuqiao.search.suggest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.concept.Vocabulary;
import org.shuqiao.web.PageSize;
import org.springframework.util.MultiValueMap;

/**
 * What somebody has typed so far.
 *
 * @param language it is typed in; null: to be told by its letters
 */
record Typed(String text, @Nullable LanguageTag language, int limit) {
    static final int LONGEST = 100;
    private static final int STANDARD = 10;
    private static final int MOST = 20;
    private static final Set<String> PARAMETERS = new TreeSet<>(Set.of("q", "language", "limit"));

    /** @throws InvalidValue naming the parameter that is unknown, missing or wrong */
    static Typed of(MultiValueMap<String, String> parameters) {
        for (String name : parameters.keySet()) {
            if (!PARAMETERS.contains(name)) {
                throw new InvalidValue(name, "one of the parameters " + String.join(", ", PARAMETERS), null);
            }
        }
        String text = one("q", parameters);
        if (text == null) {
            throw new InvalidValue("q", "what was typed", null);
        }
        if (text.length() > LONGEST) {
            throw new InvalidValue("q", "at most " + LONGEST + " characters", text.length() + " characters");
        }
        return new Typed(
                text.strip(),
                language(one("language", parameters)),
                PageSize.of(limit(one("limit", parameters)), STANDARD, MOST));
    }

    /** Whether there is anything to go on with. */
    boolean saysSomething() {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** The languages labels are looked for in, the likeliest first; English terms are typed in all. */
    List<String> languages(@Nullable String reader) {
        Set<String> languages = new LinkedHashSet<>();
        List<String> written = Vocabulary.languagesWrittenLike(text);
        if (language != null) {
            languages.add(language.primary());
        } else {
            if (reader != null && written.contains(reader)) {
                languages.add(reader);
            }
            languages.addAll(written);
        }
        languages.add("en");
        return List.copyOf(languages);
    }

    private static @Nullable String one(String name, MultiValueMap<String, String> parameters) {
        List<String> values = parameters.get(name);
        if (values == null) {
            return null;
        }
        if (values.size() != 1 || values.getFirst() == null) {
            throw new InvalidValue(name, "one value", values.size() + " values");
        }
        return values.getFirst();
    }

    private static @Nullable LanguageTag language(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            LanguageTag language = new LanguageTag(value);
            return language.isUndetermined() ? null : language;
        } catch (InvalidValue e) {
            throw new InvalidValue("language", e.expected(), value);
        }
    }

    private static @Nullable Integer limit(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,9}")) {
            throw new InvalidValue("limit", "a whole number", value);
        }
        return Integer.valueOf(value);
    }
}
