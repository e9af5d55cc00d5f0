package org.shuqiao.search.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.concept.Vocabulary;
import org.shuqiao.search.find.Reading.Asked;
import org.shuqiao.search.find.Words.Term;
import org.shuqiao.search.text.LanguageDetection;
import org.shuqiao.search.text.LanguageFields;
import org.shuqiao.thesaurus.Mention;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Understands the words of a search: their language and the concepts they name. A few words tell a detector of languages
 * little, so where no language is given it is the one whose labels they are, of those written in the same script; and
 * the words are looked for in the most used of these too.
 */
@Component
class ReadingWords {
    private static final String ENGLISH = "en";
    /** A query names few things; more is a text. */
    private static final int MOST = 12;
    /** What the top of a branch counts, which tells least. */
    private static final double LEAST_WORTH = 0.3;

    private final LanguageDetection detection;
    private final LivingThesaurus thesaurus;

    ReadingWords(LanguageDetection detection, LivingThesaurus thesaurus) {
        this.detection = detection;
        this.thesaurus = thesaurus;
    }

    Mono<Reading> read(Words words, @Nullable LanguageTag given) {
        return words.isEverything()
                ? Mono.just(new Reading(
                        given == null ? LanguageTag.UNDETERMINED : given,
                        List.of(LanguageFields.OTHER),
                        List.of(),
                        Set.of()))
                : Mono.fromCallable(() -> reading(words, given)).subscribeOn(Schedulers.boundedElastic());
    }

    private Reading reading(Words words, @Nullable LanguageTag given) {
        String all = words.wanted().isEmpty()
                ? String.join("\n", words.unwanted().stream().map(Term::text).toList())
                : words.text();
        if (given != null && !given.isUndetermined()) {
            return reading(words, given, Set.of(LanguageFields.suffix(given)));
        }
        List<String> likely = Vocabulary.languagesWrittenLike(all);
        LanguageTag detected = detection.of(all);
        LanguageTag language = byLabels(all, detected, likely);
        Set<String> suffixes = new LinkedHashSet<>();
        suffixes.add(LanguageFields.suffix(detected));
        suffixes.add(LanguageFields.suffix(language));
        likely.stream()
                .limit(1)
                .map(LanguageTag::new)
                .map(LanguageFields::suffix)
                .forEach(suffixes::add);
        return reading(words, language, suffixes);
    }

    private Reading reading(Words words, LanguageTag language, Set<String> suffixes) {
        return new Reading(
                language,
                List.copyOf(suffixes),
                asked(mentions(words.free(), language.primary())),
                unwanted(words.unwanted(), language.primary()));
    }

    /** The language of whose labels {@code text} has most; {@code detected} if it is one of several, or there is none. */
    private LanguageTag byLabels(String text, LanguageTag detected, List<String> likely) {
        List<String> languages = new ArrayList<>(likely);
        if (languages.remove(detected.primary())) {
            languages.addFirst(detected.primary());
        }
        String best = null;
        int most = 0;
        for (String language : languages) {
            int covered = covered(thesaurus.recognizer().recognize(text, language), language);
            if (covered > most) {
                best = language;
                most = covered;
            }
        }
        return best == null || best.equals(detected.primary()) ? detected : new LanguageTag(best);
    }

    private static int covered(List<Mention> mentions, String language) {
        int covered = 0;
        int at = 0;
        for (Mention mention : mentions) {
            if (mention.language().equals(language)) {
                covered += Math.max(0, mention.to() - Math.max(at, mention.from()));
                at = Math.max(at, mention.to());
            }
        }
        return covered;
    }

    /** The mentions of a text, and where there is none those it has as an English text. */
    private List<Mention> mentions(String text, String language) {
        List<Mention> mentions = new ArrayList<>(thesaurus.recognizer().recognize(text, language));
        if (!language.equals(ENGLISH)) {
            List<Mention> own = List.copyOf(mentions);
            thesaurus.recognizer().recognize(text, ENGLISH).stream()
                    .filter(english -> own.stream()
                            .noneMatch(mention -> mention.from() < english.to() && english.from() < mention.to()))
                    .forEach(mentions::add);
        }
        return mentions;
    }

    private List<Asked> asked(Collection<Mention> mentions) {
        Map<List<Integer>, Map<String, Double>> places = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            double telling = Math.max(LEAST_WORTH, thesaurus.nearness().telling(mention.concept()));
            places.computeIfAbsent(List.of(mention.from(), mention.to()), place -> new LinkedHashMap<>())
                    .put(mention.concept(), mention.certainty() * telling);
        }
        return places.values().stream().map(Asked::new).distinct().limit(MOST).toList();
    }

    /** What is named by the whole of a word or a phrase to be left out, and by it alone. */
    private Set<String> unwanted(List<Term> terms, String language) {
        Set<String> unwanted = new TreeSet<>();
        for (Term term : terms) {
            for (Mention mention : mentions(term.text(), language)) {
                boolean whole =
                        mention.from() == 0 && mention.to() == term.text().length();
                if (whole && mention.certainty() == 1) {
                    unwanted.add(mention.concept());
                }
            }
        }
        return unwanted;
    }
}
