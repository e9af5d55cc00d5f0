package org.shuqiao.listing.thesaurus;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.thesaurus.ConceptEntry;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.thesaurus.Concept;
import org.shuqiao.thesaurus.LabelLookup;
import org.shuqiao.thesaurus.Thesaurus;
import org.shuqiao.web.Cursor;
import org.springframework.stereotype.Component;

/** Lists concepts: the tops, those below one, a branch, or those found by what someone types. */
@Component
class BrowsingConcepts {
    private static final int LONGEST_QUERY = 80;

    private final ConceptViews views;

    BrowsingConcepts(ConceptViews views) {
        this.views = views;
    }

    /**
     * What is asked for.
     *
     * @param q the beginning of a word of a label in {@code language}
     * @param broader its next narrower concepts; with {@code q} all below it
     */
    record Asked(
            String language,
            @Nullable String q,
            @Nullable String broader,
            @Nullable String branch) {
        Asked {
            if (q != null && !LabelLookup.canFind(Expect.line("q", q, LONGEST_QUERY))) {
                throw new InvalidValue("q", "something with a letter or a digit", q);
            }
        }
    }

    /** The primary tag of a language of the thesaurus; null when none is asked for. */
    static @Nullable String language(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        String expected = "a language of the thesaurus: " + String.join(", ", Thesaurus.LANGUAGES);
        try {
            String primary = new LanguageTag(asked).primary();
            if (Thesaurus.LANGUAGES.contains(primary)) {
                return primary;
            }
        } catch (InvalidValue e) {
            throw new InvalidValue("language", expected, asked);
        }
        throw new InvalidValue("language", expected, asked);
    }

    /** @param after the cursor of an earlier page */
    Page<ConceptEntry> page(Edition edition, Asked asked, @Nullable String after, int limit) {
        Thesaurus thesaurus = edition.thesaurus();
        List<String> ids = ids(edition, asked);
        int from = 0;
        if (after != null) {
            from = ids.indexOf(Cursor.values(after, 1).getFirst()) + 1;
            if (from == 0) {
                throw Cursor.invalid(after);
            }
        }
        int to = Math.min(ids.size(), from + limit);
        String next = to < ids.size() ? Cursor.of(ids.get(to - 1)) : null;
        return new Page<>(views.entries(thesaurus, ids.subList(from, to), asked.language()), next);
    }

    private static List<String> ids(Edition edition, Asked asked) {
        Thesaurus thesaurus = edition.thesaurus();
        String q = asked.q();
        String broader = asked.broader();
        String branch = asked.branch();
        if (broader != null && thesaurus.concept(broader).isEmpty()) {
            throw new InvalidValue("broader", "the id of a concept", broader);
        }
        Predicate<String> inBranch = id -> true;
        if (branch != null) {
            Set<String> members = members(thesaurus, branch);
            inBranch = members::contains;
        }
        List<String> ids;
        if (q != null) {
            ids = edition.lookup().beginning(q, asked.language()).stream()
                    .map(LabelLookup.Found::concept)
                    .filter(id -> broader == null || thesaurus.broader(id).containsKey(broader))
                    .toList();
        } else if (broader != null) {
            ids = thesaurus.narrower(broader);
        } else if (branch != null) {
            ids = thesaurus.concepts().stream().map(Concept::id).toList();
        } else {
            ids = SkosDocuments.tops(thesaurus);
        }
        return ids.stream().filter(inBranch).toList();
    }

    private static Set<String> members(Thesaurus thesaurus, String branch) {
        Set<String> members = thesaurus.concepts().stream()
                .filter(concept -> concept.branch().equals(branch))
                .map(Concept::id)
                .collect(Collectors.toSet());
        if (members.isEmpty()) {
            String branches = thesaurus.concepts().stream()
                    .map(Concept::branch)
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new InvalidValue("branch", "one of " + branches, branch);
        }
        return members;
    }
}
