package org.shuqiao.contracts.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.OrganizationReference;

/**
 * A search somebody wants to be alerted by. Of kind {@code offers} or {@code demands} it has the {@code parameters} of a
 * search of these, without those of a page. Of kind {@code matches} it has one of its owner's demands, and alerts of offers
 * that fit it with a score of {@code leastScore}, 0 to 1, or more. {@code language} is that of its reader, English where
 * none is given.
 */
public record SavedSearch(
        OrganizationReference owner,
        String name,
        Kind kind,
        Map<String, List<String>> parameters,
        @Nullable UUID demand,
        @Nullable Double leastScore,
        LanguageTag language,
        Delivery delivery) {
    private static final LanguageTag ENGLISH = new LanguageTag("en");
    private static final int MAX_PARAMETERS = 30;
    private static final int MAX_VALUES = 50;

    /** What it finds. */
    public enum Kind {
        offers,
        demands,
        matches
    }

    public SavedSearch {
        Expect.present("owner", owner, "the organization that saves it");
        name = Expect.line("name", name, 200);
        Expect.present("kind", kind, "offers, demands or matches");
        parameters = copy(parameters);
        language = language == null ? ENGLISH : language;
        delivery = delivery == null ? Delivery.IMMEDIATELY : delivery;
        if (kind == Kind.matches) {
            Expect.present("demand", demand, "the id of a published demand");
            if (!parameters.isEmpty()) {
                throw new InvalidValue("parameters", "none for matches", parameters.keySet());
            }
            if (leastScore != null && !(leastScore >= 0 && leastScore <= 1)) {
                throw new InvalidValue("leastScore", "a number from 0 to 1", leastScore);
            }
        } else {
            if (demand != null) {
                throw new InvalidValue("demand", "a demand for matches only", demand);
            }
            if (leastScore != null) {
                throw new InvalidValue("leastScore", "a score for matches only", leastScore);
            }
        }
    }

    private static Map<String, List<String>> copy(@Nullable Map<String, List<String>> parameters) {
        if (parameters == null) {
            return Map.of();
        }
        if (parameters.size() > MAX_PARAMETERS) {
            throw new InvalidValue(
                    "parameters", "at most " + MAX_PARAMETERS + " parameters", parameters.size() + " parameters");
        }
        Map<String, List<String>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            List<String> list = Expect.list("parameters." + name, values, MAX_VALUES);
            if (list.isEmpty()) {
                throw new InvalidValue("parameters." + name, "a value", null);
            }
            for (String value : list) {
                if (value.indexOf('\0') >= 0) {
                    throw new InvalidValue("parameters." + name, "text without the NUL character", "U+0000");
                }
            }
            copy.put(name, list);
        });
        return Collections.unmodifiableMap(copy);
    }
}
