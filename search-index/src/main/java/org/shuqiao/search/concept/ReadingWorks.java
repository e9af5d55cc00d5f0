package org.shuqiao.search.concept;

import java.lang.Character.UnicodeScript;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.TrackRecord;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.search.fact.Party;
import org.shuqiao.search.fact.PartyName;
import org.shuqiao.search.fact.Works;
import org.shuqiao.search.fact.Works.Work;
import org.shuqiao.search.text.FieldTexts;
import org.shuqiao.search.text.LanguageDetection;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.springframework.stereotype.Component;

/** What works are about: those of a track record, and the one a demand asks for. */
@Component
public class ReadingWorks {
    /** Of a title of a work, the first so many different words, or pairs of ideographs. */
    private static final int WORDS = 16;

    private static final int WORDS_ASKED = 24;
    private static final int CONCEPTS = 12;
    private static final int BYTES_EACH = 3;

    private final LanguageDetection detection;
    private final LivingThesaurus thesaurus;

    ReadingWorks(LanguageDetection detection, LivingThesaurus thesaurus) {
        this.detection = detection;
        this.thesaurus = thesaurus;
    }

    /**
     * The works of a track record that are kept, at most {@value Works#MOST}: the latest first, what is undated last; of the
     * same title for the same buyer the latest.
     */
    public static List<TrackRecord> kept(List<TrackRecord> record) {
        Comparator<@Nullable LocalDate> latestFirst =
                Comparator.nullsLast(Comparator.<LocalDate>naturalOrder().reversed());
        Set<String> seen = new HashSet<>();
        return record.stream()
                .sorted((one, other) -> latestFirst.compare(one.date(), other.date()))
                .filter(one -> seen.add(PartyName.compared(one.title()) + '\n' + one.buyer()))
                .limit(Works.MOST)
                .toList();
    }

    /**
     * Delivered works, in the same order.
     *
     * @param customers of the organization that delivered them
     */
    public Works delivered(List<TrackRecord> kept, List<Party.Customer> customers) {
        List<String> names = customers.stream().map(Party.Customer::name).toList();
        Map<UnicodeScript, String> languages = languages(kept);
        List<Work> works = new ArrayList<>();
        for (TrackRecord one : kept) {
            String buyer = one.buyer();
            UnicodeScript script = script(one.title());
            Passage passage =
                    new Passage(one.title(), script == null ? "und" : languages.getOrDefault(script, "und"), 1);
            works.add(new Work(
                    one.date(),
                    buyer == null ? -1 : names.indexOf(PartyName.compared(buyer)),
                    Works.Size.of(one.amount()),
                    words(passage, WORDS),
                    greatest(thesaurus.interpreter().interpret(List.of(passage)))));
        }
        return works.isEmpty() ? Works.NONE : new Works(works);
    }

    /** The work that a text with such a title asks for, once for each language. */
    public Works asked(FieldTexts texts) {
        List<Work> works = texts.passages().stream()
                .filter(FieldTexts.Passage::isTitle)
                .map(title ->
                        words(new Passage(title.text(), TopicRecognition.language(title.language()), 1), WORDS_ASKED))
                .filter(words -> !words.isEmpty())
                .map(words -> new Work(null, -1, null, words, ConceptVector.NONE))
                .toList();
        return works.isEmpty() ? Works.NONE : new Works(works);
    }

    private List<Integer> words(Passage passage, int most) {
        SemanticInterpreter interpreter = thesaurus.interpreter();
        return interpreter.words(passage).stream()
                .map(Works::word)
                .distinct()
                .limit(most)
                .toList();
    }

    private static ConceptVector greatest(ConceptVector vector) {
        return vector.size() <= CONCEPTS
                ? vector
                : ConceptVector.ofBytes(Arrays.copyOf(vector.toBytes(), CONCEPTS * BYTES_EACH));
    }

    /** A title alone is often too short to tell its language: those of one script are taken to be in one. */
    private Map<UnicodeScript, String> languages(List<TrackRecord> record) {
        Map<UnicodeScript, StringBuilder> samples = new EnumMap<>(UnicodeScript.class);
        for (TrackRecord one : record) {
            UnicodeScript script = script(one.title());
            if (script != null) {
                samples.computeIfAbsent(script, s -> new StringBuilder())
                        .append(one.title())
                        .append('\n');
            }
        }
        Map<UnicodeScript, String> languages = new EnumMap<>(UnicodeScript.class);
        samples.forEach((script, sample) -> {
            LanguageTag language = detection.of(sample.toString());
            languages.put(script, TopicRecognition.language(language.primary()));
        });
        return languages;
    }

    /** The script of the first letter that is not Latin, else Latin; of Japanese that of its ideographs. */
    private static @Nullable UnicodeScript script(String title) {
        boolean latin = false;
        for (int at = 0; at < title.length(); at += Character.charCount(title.codePointAt(at))) {
            int letter = title.codePointAt(at);
            if (Character.isLetter(letter)) {
                UnicodeScript script = UnicodeScript.of(letter);
                if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
                    return UnicodeScript.HAN;
                }
                if (script != UnicodeScript.LATIN) {
                    return script;
                }
                latin = true;
            }
        }
        return latin ? UnicodeScript.LATIN : null;
    }
}
