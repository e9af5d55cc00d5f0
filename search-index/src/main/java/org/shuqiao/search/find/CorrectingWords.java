package org.shuqiao.search.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shuqiao.contracts.search.SearchView.CorrectionView;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.concept.NearWord;
import org.shuqiao.search.concept.Vocabulary;
import org.shuqiao.search.find.Words.Term;
import org.shuqiao.search.text.QueryWords;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Finds what somebody may have meant to type: words that find nothing and stand in no label are replaced by words
 * near them that are. For languages with blanks: where none are there is no telling which letters are one word.
 */
@Component
class CorrectingWords {
    private static final int SHORTEST = 4;
    /** Queries tried. */
    private static final int MOST = 5;
    /** Words tried in the place of one. */
    private static final int PER_WORD = 3;

    private static final int AT_ONCE = 2;

    private final LivingThesaurus thesaurus;
    private final ReadingWords readingWords;
    private final ElasticSpelling spelling;
    private final ElasticCounting counting;

    CorrectingWords(
            LivingThesaurus thesaurus, ReadingWords readingWords, ElasticSpelling spelling, ElasticCounting counting) {
        this.thesaurus = thesaurus;
        this.readingWords = readingWords;
        this.spelling = spelling;
        this.counting = counting;
    }

    /** The query nearest to the one asked that has more than {@code hits}; empty where there is none. */
    Mono<CorrectionView> correct(Search search, Reading reading, long hits) {
        List<String> languages = languages(search.words(), reading);
        List<Term> strange = search.words().wanted().stream()
                .filter(term -> !term.phrase() && isWord(term.text()))
                .filter(term -> !thesaurus.vocabulary().isWord(term.text(), languages))
                .toList();
        if (strange.isEmpty()) {
            return Mono.empty();
        }
        return spelling.near(search, reading, strange)
                .publishOn(Schedulers.boundedElastic())
                .flatMapIterable(indexed -> corrected(search.words(), likely(indexed, languages)))
                .flatMapSequential(others -> counted(search, reading, others), AT_ONCE)
                .filter(correction -> correction.hits() > hits)
                .next();
    }

    private Mono<CorrectionView> counted(Search search, Reading reading, Words others) {
        return readingWords
                .read(others, reading.language())
                .flatMap(read -> counting.hits(search.withWords(others), read))
                .map(hits -> new CorrectionView(others.query(), hits));
    }

    /** The language the words were read in, English, and the others of their script. */
    private static List<String> languages(Words words, Reading reading) {
        Set<String> languages = new LinkedHashSet<>();
        languages.add(reading.language().primary());
        languages.addAll(Vocabulary.languagesWrittenLike(words.text()));
        return List.copyOf(languages);
    }

    private Map<Term, List<String>> likely(Map<Term, List<String>> indexed, List<String> languages) {
        Map<Term, List<String>> likely = new LinkedHashMap<>();
        indexed.forEach((term, inIndex) -> {
            List<NearWord> labels = thesaurus.vocabulary().near(term.text(), languages);
            Set<String> both = new LinkedHashSet<>();
            labels.stream()
                    .filter(near -> near.edits() == 1)
                    .map(NearWord::word)
                    .forEach(both::add);
            both.addAll(inIndex);
            labels.stream().map(NearWord::word).forEach(both::add);
            if (!both.isEmpty()) {
                likely.put(term, both.stream().limit(PER_WORD).toList());
            }
        });
        return likely;
    }

    /** The query with the likeliest word for each; then with the next likely one for one of them after the other. */
    private static List<Words> corrected(Words words, Map<Term, List<String>> likely) {
        Map<Term, String> first = new HashMap<>();
        likely.forEach((term, others) -> first.put(term, others.getFirst()));
        Set<Words> corrected = new LinkedHashSet<>();
        if (!first.isEmpty()) {
            add(words, first, corrected);
        }
        for (int i = 1; i < PER_WORD; i++) {
            int next = i;
            likely.forEach((term, others) -> {
                if (others.size() > next) {
                    Map<Term, String> other = new HashMap<>(first);
                    other.put(term, others.get(next));
                    add(words, other, corrected);
                }
            });
        }
        return new ArrayList<>(corrected).subList(0, Math.min(MOST, corrected.size()));
    }

    private static void add(Words words, Map<Term, String> others, Set<Words> corrected) {
        try {
            corrected.add(words.replaced(others));
        } catch (InvalidValue e) {
            // longer than a query may be
        }
    }

    private static boolean isWord(String text) {
        return text.length() >= SHORTEST
                && text.codePoints()
                        .allMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK)
                && text.codePoints().noneMatch(QueryWords::isUnspaced);
    }
}
