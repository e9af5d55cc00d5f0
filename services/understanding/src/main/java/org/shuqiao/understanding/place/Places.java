package org.shuqiao.understanding.place;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.need.Need;
import org.shuqiao.understanding.place.Named.Kind;
import org.shuqiao.understanding.word.Forms;
import org.shuqiao.understanding.word.LanguageFile;
import org.shuqiao.understanding.word.Phrases;
import org.shuqiao.understanding.word.Phrases.Match;
import org.shuqiao.understanding.word.Token;
import org.shuqiao.understanding.word.Tokens;

/**
 * Finds the countries, cities and languages a text names, in its language or in English. A name that a language shares
 * with a people or a country means the language beside a word that says so (“in”, “speaking”, “language”) or beside
 * another language; else the country, where the file of the language knows the adjective.
 */
public final class Places {
    /** A name of so few letters must be written with its capital even in a text without any. */
    private static final int SHORT = 4;

    private static final int LONGEST_LIST = 10;

    private final Phrases<Named> own;
    private final @Nullable Phrases<Named> english;
    private final Phrases<Boolean> before;
    private final Phrases<Boolean> weak;
    private final Phrases<Boolean> after;
    private final Phrases<Boolean> joins;
    private final boolean namesAreDistinct;

    /** By the names of a language and of English. */
    public Places(LanguageFile file, LanguageFile englishFile) {
        Forms forms = file.forms();
        own = Names.of(file, forms);
        english = file.language().equals("en") ? null : Names.of(englishFile, Forms.NONE);
        before = new Phrases<>(forms);
        weak = new Phrases<>(forms);
        after = new Phrases<>(forms);
        joins = new Phrases<>(forms);
        file.words("languages.before").forEach(word -> before.add(word, true));
        file.words("languages.weak").forEach(word -> weak.add(word, true));
        file.words("languages.after").forEach(word -> after.add(word, true));
        file.words("joins").forEach(word -> joins.add(word, true));
        namesAreDistinct = !file.words("languages.distinct").isEmpty();
    }

    /** What was found. */
    public record Found(List<PlaceMention> places, List<LanguageMention> languages) {}

    /** The places and languages in the text; tokens in {@code taken} belong to something else. */
    public Found of(Tokens tokens, Need[] needs, BitSet taken) {
        List<PlaceMention> places = new ArrayList<>();
        List<LanguageMention> languages = new ArrayList<>();
        int languageEnd = -1;
        int at = 0;
        while (at < tokens.size()) {
            Match<Named> match = taken.get(at) || !tokens.at(at).isWord() ? null : match(tokens, at);
            if (match == null) {
                at++;
                continue;
            }
            int from = tokens.at(at).from();
            int to = tokens.at(match.to() - 1).to();
            Set<String> tongues = languages(tokens, match, languageEnd);
            if (!tongues.isEmpty()) {
                languageEnd = match.to();
                tongues.forEach(code -> languages.add(new LanguageMention(from, to, code, needs[match.from()])));
            } else {
                Set<PlaceMention> meant = new LinkedHashSet<>();
                List<Named> named =
                        match.meanings().stream().filter(Places::isPlace).toList();
                long countries = named.stream().map(Named::code).distinct().count();
                for (Named one : named) {
                    if (meant.stream().noneMatch(other -> other.country().equals(one.code()))) {
                        meant.add(new PlaceMention(
                                from, to, one.code(), kind(one), needs[match.from()], 1.0 / countries));
                    }
                }
                places.addAll(meant);
            }
            at = match.to();
        }
        return new Found(List.copyOf(places), List.copyOf(languages));
    }

    private @Nullable Match<Named> match(Tokens tokens, int at) {
        Match<Named> found = fitting(tokens, own.longest(tokens, at));
        if (found == null && english != null) {
            found = fitting(tokens, english.longest(tokens, at));
            found = found == null || !tokens.at(at).capital() ? null : found;
        }
        return found;
    }

    /** The meanings that fit how the name is written; null when none does. */
    private static @Nullable Match<Named> fitting(Tokens tokens, @Nullable Match<Named> match) {
        if (match == null || isWithin(tokens, match)) {
            return null;
        }
        List<Named> fit = match.meanings().stream()
                .filter(named -> fits(tokens, match, named))
                .toList();
        return fit.isEmpty() ? null : new Match<>(match.from(), match.to(), fit);
    }

    private static boolean fits(Tokens tokens, Match<Named> match, Named named) {
        Token first = tokens.at(match.from());
        boolean hasCase = first.kind() == Token.Kind.WORD
                && Character.isLowerCase(first.form().codePointAt(0));
        boolean one = match.to() - match.from() == 1;
        boolean brief = one && first.form().length() <= SHORT;
        return switch (named.writing()) {
            case ANY -> true;
            case CAPITAL -> !hasCase || first.capital() || (!brief && !tokens.hasCapitals());
            case ALL_CAPITAL ->
                !hasCase
                        || (first.allCapital() && !tokens.isInCapitals())
                        || (!tokens.hasCapitals() && first.form().length() > 2);
        };
    }

    /** Whether the name goes on without a blank, as in {@code Chinahandel} it cannot, or in {@code US$}. */
    private static boolean isWithin(Tokens tokens, Match<Named> match) {
        int end = match.to();
        boolean currency = tokens.isFlush(end) && tokens.at(end).isOneOf("$@_");
        boolean address =
                (tokens.isFlush(match.from()) && tokens.at(match.from() - 1).isOneOf("@_"))
                        || (tokens.is(end, '.')
                                && tokens.isFlush(end)
                                && tokens.isFlush(end + 1)
                                && tokens.at(end + 1).isWord()
                                && tokens.at(end + 1).kind() == Token.Kind.WORD
                                && !tokens.at(end + 1).capital());
        return currency || address || !tokens.isWordEdge(end);
    }

    private static boolean isPlace(Named named) {
        return switch (named.kind()) {
            case COUNTRY, ADJECTIVE, CITY -> true;
            case LANGUAGE, LANGUAGE_OR_OTHER -> false;
        };
    }

    private static PlaceMention.Kind kind(Named named) {
        return switch (named.kind()) {
            case CITY -> PlaceMention.Kind.CITY;
            case ADJECTIVE -> PlaceMention.Kind.ADJECTIVE;
            case COUNTRY, LANGUAGE, LANGUAGE_OR_OTHER -> PlaceMention.Kind.COUNTRY;
        };
    }

    /** The languages meant; none when a country is. */
    private Set<String> languages(Tokens tokens, Match<Named> match, int languageEnd) {
        Set<String> sure = new LinkedHashSet<>();
        Set<String> possible = new LinkedHashSet<>();
        boolean place = false;
        boolean name = false;
        for (Named named : match.meanings()) {
            switch (named.kind()) {
                case LANGUAGE -> sure.add(named.code());
                case LANGUAGE_OR_OTHER -> possible.add(named.code());
                case ADJECTIVE -> place = true;
                case COUNTRY, CITY -> {
                    place = true;
                    name = true;
                }
            }
        }
        if (!sure.isEmpty()) {
            return sure;
        }
        if (possible.isEmpty() || (namesAreDistinct && (!place || (!name && endsWithoutNoun(tokens, match))))) {
            return possible;
        }
        return isBesideLanguage(tokens, match, languageEnd) || isItem(tokens, match) ? possible : Set.of();
    }

    /** Whether the name stands alone or in a list of such: “languages offered: português e inglês”. */
    private boolean isItem(Tokens tokens, Match<Named> match) {
        if (match.from() > 0 && tokens.at(match.from() - 1).isWord()) {
            return false;
        }
        int end = match.to();
        int next = afterJoin(tokens, end);
        Match<Named> following = next < 0 ? null : match(tokens, next);
        if (following != null && following.meanings().stream().anyMatch(named -> !isPlace(named))) {
            end = following.to();
        } else if (match.from() == 0 || !tokens.is(match.from() - 1, ':')) {
            return false;
        }
        return !tokens.has(end) || !tokens.at(end).isWord();
    }

    private boolean isBesideLanguage(Tokens tokens, Match<Named> match, int languageEnd) {
        if (isAfter(before, tokens, match.from()) || isBefore(tokens, match.to())) {
            return true;
        }
        if (isAfter(weak, tokens, match.from()) && isFollowedByNothing(tokens, match.to())) {
            return true;
        }
        if (languageEnd >= 0 && match.from() - languageEnd <= 2 && isList(tokens, languageEnd, match.from())) {
            return true;
        }
        // “Turkish and English-speaking”: what follows decides
        int next = afterJoin(tokens, match.to());
        if (next < 0) {
            return false;
        }
        Match<Named> following = match(tokens, next);
        return following != null
                && following.meanings().stream().anyMatch(named -> !isPlace(named))
                && (isBefore(tokens, following.to())
                        || following.meanings().stream().anyMatch(named -> named.kind() == Kind.LANGUAGE));
    }

    private static boolean isAfter(Phrases<Boolean> words, Tokens tokens, int at) {
        for (int from = at - 1; from >= 0 && from >= at - 4; from--) {
            Match<Boolean> match = words.longest(tokens, from);
            if (match != null && match.to() == at) {
                return true;
            }
        }
        return false;
    }

    private boolean isBefore(Tokens tokens, int at) {
        int next = tokens.is(at, '-') ? at + 1 : at;
        return tokens.has(next) && after.longest(tokens, next) != null;
    }

    /** Whether no noun follows the names of languages that begin here: “support Kazakh and Russian.” */
    private boolean endsWithoutNoun(Tokens tokens, Match<Named> match) {
        Match<Named> last = match;
        for (int i = 0; i < LONGEST_LIST; i++) {
            int next = afterJoin(tokens, last.to());
            Match<Named> following = next < 0 ? null : match(tokens, next);
            if (following == null || following.meanings().stream().allMatch(Places::isPlace)) {
                break;
            }
            last = following;
        }
        int end = last.to();
        boolean goesOn = tokens.has(end) && (tokens.at(end).isWord() || (tokens.is(end, '-') && tokens.isFlush(end)));
        return !goesOn;
    }

    /** Whether no noun can follow, as in “на греческом острове”. */
    private boolean isFollowedByNothing(Tokens tokens, int at) {
        return !tokens.has(at) || !tokens.at(at).isWord() || joins.longest(tokens, at) != null;
    }

    private boolean isList(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!tokens.at(i).isOneOf(",/、;") && joins.longest(tokens, i) == null) {
                return false;
            }
        }
        return true;
    }

    private int afterJoin(Tokens tokens, int at) {
        if (!tokens.has(at)) {
            return -1;
        }
        if (tokens.at(at).isOneOf(",/、")) {
            return tokens.has(at + 1) ? at + 1 : -1;
        }
        Match<Boolean> join = joins.longest(tokens, at);
        return join != null && tokens.has(join.to()) ? join.to() : -1;
    }
}
