package org.shuqiao.search.find;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.text.TieBreak;
import org.shuqiao.web.Cursor;
import org.shuqiao.web.PageSize;
import org.springframework.util.MultiValueMap;

/**
 * One search as asked for.
 *
 * @param language of the words; null: to be detected
 * @param chosen values per facet
 * @param verified only where the organization's identity was verified
 * @param market only offers that do not exclude it and either name it or name none
 * @param money offers that can cost at most this, or demands whose budget reaches it, in {@code currency}
 * @param after where the last page ended
 */
record Search(
        Kind kind,
        Words words,
        @Nullable LanguageTag language,
        Map<Facet, Set<String>> chosen,
        boolean verified,
        @Nullable Country market,
        @Nullable BigDecimal money,
        @Nullable Currency currency,
        int limit,
        @Nullable After after) {
    private static final int STANDARD = 20;
    private static final int MOST = 100;
    private static final int MOST_CHOSEN = 50;

    /** The sort values of the last hit of a page: its score or its instant in milliseconds, and its tie breaker. */
    record After(String first, long tie) {}

    /**
     * Reads a request's parameters; a list is given by repeating one, or with commas.
     *
     * @param isConcept whether there is a concept of this id
     * @throws InvalidValue naming the parameter that is unknown or wrong
     */
    static Search of(Kind kind, MultiValueMap<String, String> parameters, Predicate<String> isConcept) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        Map<String, String> single = new HashMap<>();
        String priceParameter = moneyParameter(kind);
        Set<String> known = new TreeSet<>(
                Set.of("q", "language", "verified", "currency", "limit", Cursor.PARAMETER, priceParameter));
        if (kind == Kind.OFFERS) {
            known.add("market");
        }
        List<Facet> facets = Facet.of(kind);
        parameters.forEach((name, values) -> {
            Facet facet = facets.stream()
                    .filter(f -> f.parameter().equals(name))
                    .findFirst()
                    .orElse(null);
            if (facet != null) {
                chosen.put(facet, chosen(facet, values));
            } else if (known.contains(name)) {
                single.put(name, one(name, values));
            } else {
                facets.forEach(f -> known.add(f.parameter()));
                throw new InvalidValue(name, "one of the parameters " + String.join(", ", known), null);
            }
        });
        for (String concept : chosen.getOrDefault(Facet.CONCEPT, Set.of())) {
            if (!isConcept.test(concept)) {
                throw new InvalidValue(
                        Facet.CONCEPT.parameter(), "the id of a concept such as object-storage", concept);
            }
        }
        Words words = Words.of(single.getOrDefault("q", ""));
        String fingerprint = fingerprint(parameters);
        return new Search(
                kind,
                words,
                read("language", single, LanguageTag::new),
                chosen,
                bool("verified", single.get("verified")),
                read("market", single, Country::new),
                money(priceParameter, single),
                read("currency", single, Search::currency),
                PageSize.of(integer("limit", single.get("limit")), STANDARD, MOST),
                after(single.get(Cursor.PARAMETER), fingerprint));
    }

    /** The parameter of {@link #money}. */
    static String moneyParameter(Kind kind) {
        return kind == Kind.OFFERS ? "priceMax" : "budgetMin";
    }

    /** The same search for other words. */
    Search withWords(Words others) {
        return new Search(kind, others, language, chosen, verified, market, money, currency, limit, after);
    }

    /** The cursor to what follows a hit with these sort values. */
    static String cursor(MultiValueMap<String, String> parameters, String first, long tie) {
        return Cursor.of(fingerprint(parameters), first, Long.toString(tie));
    }

    private static @Nullable After after(@Nullable String cursor, String fingerprint) {
        if (cursor == null) {
            return null;
        }
        List<String> values = Cursor.values(cursor, 3);
        try {
            Double.parseDouble(values.get(1));
            After after = new After(values.get(1), Long.parseLong(values.get(2)));
            if (values.getFirst().equals(fingerprint)) {
                return after;
            }
        } catch (NumberFormatException e) {
            throw Cursor.invalid(cursor);
        }
        throw Cursor.invalid(cursor);
    }

    /** What a cursor is bound to: every parameter but the cursor and the page size. */
    private static String fingerprint(MultiValueMap<String, String> parameters) {
        Map<String, Set<String>> sorted = new java.util.TreeMap<>();
        parameters.forEach((name, values) -> {
            if (!name.equals(Cursor.PARAMETER) && !name.equals("limit")) {
                sorted.put(name, new TreeSet<>(values));
            }
        });
        return Long.toHexString(TieBreak.of(sorted.toString()));
    }

    private static Set<String> chosen(Facet facet, List<String> values) {
        Set<String> chosen = new TreeSet<>();
        for (String list : values) {
            for (String value : (list == null ? "" : list).split(",", -1)) {
                chosen.add(facet.checked(value.strip()));
            }
        }
        if (chosen.size() > MOST_CHOSEN) {
            throw new InvalidValue(facet.parameter(), "at most " + MOST_CHOSEN + " values", chosen.size() + " values");
        }
        return chosen;
    }

    private static String one(String name, List<String> values) {
        if (values.size() != 1 || values.getFirst() == null) {
            throw new InvalidValue(name, "one value", values.size() + " values");
        }
        return values.getFirst();
    }

    private interface Reading<T> {
        T of(String value);
    }

    private static <T> @Nullable T read(String name, Map<String, String> single, Reading<T> reading) {
        String value = single.get(name);
        if (value == null) {
            return null;
        }
        try {
            return reading.of(value);
        } catch (InvalidValue e) {
            throw new InvalidValue(name, e.expected(), value);
        }
    }

    private static @Nullable BigDecimal money(String name, Map<String, String> single) {
        String value = single.get(name);
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,15}(\\.\\d{1,4})?")) {
            throw new InvalidValue(name, "an amount such as 1200.50", value);
        }
        if (!single.containsKey("currency")) {
            throw new InvalidValue("currency", "the currency of " + name, null);
        }
        return new BigDecimal(value);
    }

    private static Currency currency(String value) {
        try {
            return Currency.getInstance(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("", "a currency by ISO 4217 such as EUR", value);
        }
    }

    private static boolean bool(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw new InvalidValue(name, "true or false", value);
    }

    private static @Nullable Integer integer(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,9}")) {
            throw new InvalidValue(name, "a whole number", value);
        }
        return Integer.valueOf(value);
    }
}
