package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shuqiao.search.match.Facts.NOW;
import static org.shuqiao.search.match.Facts.pair;
import static org.shuqiao.search.match.Facts.party;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.search.fact.Party;
import org.shuqiao.search.fact.Works;
import org.shuqiao.search.fact.Works.Size;
import org.shuqiao.search.fact.Works.Work;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.shuqiao.thesaurus.Thesaurus;

class SimilarWorkTest {
    private static final LocalDate TODAY = NOW.atZone(ZoneOffset.UTC).toLocalDate();
    private static final SemanticInterpreter INTERPRETER = new SemanticInterpreter(Thesaurus.builtIn());

    @Test
    void theSameWorkOfTodayCountsTwoThirdsAndMoreOfItMore() {
        Work same = work(TODAY, "meter reading");

        assertThat(value(f -> {}, same)).isEqualTo(1 / 1.5);
        assertThat(value(f -> {}, same, same, same)).isEqualTo(3 / 3.5);
    }

    @Test
    void aLittleAlikeCountsBySquares() {
        assertThat(value(f -> {}, work(TODAY, "meter cleaning"))).isCloseTo(0.25 / 0.75, within(1e-9));
        assertThat(value(f -> {}, work(TODAY, "window cleaning"))).isZero();
    }

    @Test
    void anOldWorkCountsLessAndAnUndatedOneHalf() {
        assertThat(value(f -> {}, work(TODAY.minusYears(6), "meter reading"))).isCloseTo(0.5, within(1e-3));
        assertThat(value(f -> {}, work(TODAY.minusYears(12), "meter reading"))).isCloseTo(1 / 3.0, within(1e-3));
        assertThat(value(f -> {}, work(null, "meter reading"))).isEqualTo(0.5);
    }

    @Test
    void whatIsDeliveredAfterTheDemandOrLaterDoesNotCount() {
        Work sinceThen = work(TODAY.minusDays(10), "meter reading");

        assertThat(value(f -> {}, sinceThen)).isGreaterThan(0.6);
        assertThat(value(f -> f.published = NOW.minusSeconds(20 * 86_400), sinceThen))
                .isZero();
        assertThat(value(f -> {}, work(TODAY.plusDays(1), "meter reading"))).isZero();
    }

    @Test
    void aWorkForThisBuyerCountsTwice() {
        Work forFirst = new Work(TODAY, 0, null, words("meter reading"), ConceptVector.NONE);
        Work forSecond = new Work(TODAY, 1, null, words("meter reading"), ConceptVector.NONE);

        assertThat(value(f -> {}, forFirst)).isEqualTo(1 / 1.5);
        assertThat(value(f -> {}, forSecond)).isEqualTo(2 / 2.5);
    }

    @Test
    void aWorkOfAnotherSizeCountsLess() {
        Consumer<Facts> budget = f -> f.budget = "{'max':'10000','currency':'USD'}".replace('\'', '"');

        assertThat(value(budget, paid("10000", "USD"))).isEqualTo(1 / 1.5);
        assertThat(value(budget, paid("100000", "USD"))).isEqualTo(0.75 / 1.25);
        assertThat(value(budget, paid("10", "USD"))).isEqualTo(0.5);
        assertThat(value(budget, paid("10", "CNY"))).isEqualTo(1 / 1.5);
        assertThat(value(
                        f -> f.budget = "{'max':'10000','currency':'USD','unit':'user'}".replace('\'', '"'),
                        paid("10", "USD")))
                .isEqualTo(1 / 1.5);
    }

    @Test
    void acrossLanguagesWhatWorksAreAboutTells() {
        Work chinese = new Work(TODAY, -1, null, words("远程 抄表"), about("智能水表远程抄表", "zh"));
        Work other = new Work(TODAY, -1, null, words("动画 制作"), about("原创动画制作", "zh"));
        Consumer<Facts> russian = f -> {
            f.demandTitle = asked("считывание счётчиков");
            f.demandAbout = about("дистанционное считывание счётчиков воды", "ru");
        };

        SimilarWork found = found(russian, other, chinese);

        assertThat(found.best()).containsExactly(1);
        assertThat(found.value()).isGreaterThan(0.1);
        assertThat(value(russian, other)).isLessThan(0.01);
    }

    @Test
    void theWorksThatCountMostAreTold() {
        SimilarWork found = found(
                f -> {},
                work(TODAY, "meter cleaning"),
                work(TODAY, "window cleaning"),
                work(TODAY, "meter reading"),
                work(TODAY.minusYears(1), "meter reading"));

        assertThat(found.best()).containsExactly(2, 3);
    }

    @Test
    void whatMostCandidatesHaveTellsLess() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            candidates.add(new Candidate(offering(work(TODAY, "meter cleaning")).offer(), 1));
        }
        Pair subject = offering();

        WordWeights weights = new WordWeights(subject.demand(), candidates);
        double common = Math.pow(Math.log(100 / 90.0), 2);
        double rare = Math.pow(Math.log(100 / 10.0), 2);
        double absent = (common + rare) / 2;

        assertThat(weights.cosine(words("meter reading"), words("meter cleaning")))
                .isCloseTo(common / Math.sqrt((common + rare) * (common + absent)), within(1e-9));
        assertThat(weights.cosine(words("meter reading"), words("reading cleaning")))
                .isCloseTo(rare / Math.sqrt((common + rare) * (rare + absent)), within(1e-9));
        assertThat(weights.cosine(words("meter reading"), words("window washing")))
                .isZero();
    }

    @Test
    void nothingToShowCountsNothingAndNothingKnownIsUnknown() {
        Pair unknown = pair(f -> {});
        Pair known = pair(f -> f.provider = party(p -> p));
        Pair shown = pair(f -> {
            f.provider = party(p -> p);
            f.work = new SimilarWork(0.4, List.of(0));
        });

        assertThat(TrustRules.similarWork(unknown).value()).isNull();
        assertThat(TrustRules.similarWork(known).value()).isZero();
        assertThat(TrustRules.similarWork(known).state()).isEqualTo(State.unmet);
        assertThat(TrustRules.similarWork(shown).value()).isEqualTo(0.4);
        assertThat(TrustRules.similarWork(shown).message().apply(Wording.english()))
                .isEqualTo("Delivered work like this: 40 of 100.");
    }

    private static double value(Consumer<Facts> say, Work... works) {
        return found(say, works).value();
    }

    private static SimilarWork found(Consumer<Facts> say, Work... works) {
        Pair pair = pair(f -> {
            offering(f, works);
            say.accept(f);
        });
        return SimilarWork.of(
                pair.demand(),
                pair.offer(),
                new WordWeights(pair.demand(), List.of()),
                pair.demand().about().compared(),
                NOW);
    }

    private static Pair offering(Work... works) {
        return pair(f -> offering(f, works));
    }

    private static void offering(Facts facts, Work... works) {
        facts.demandTitle = asked("meter reading");
        facts.buyer = party(p -> {
            p.names = List.of("almaty su");
            return p;
        });
        facts.provider = party(p -> {
            p.works = new Works(List.of(works));
            p.customers = List.of(new Party.Customer("other", 3), new Party.Customer("almaty su", 1));
            return p;
        });
    }

    private static Works asked(String title) {
        return new Works(List.of(new Work(null, -1, null, words(title), ConceptVector.NONE)));
    }

    private static Work work(@Nullable LocalDate date, String title) {
        return new Work(date, -1, null, words(title), ConceptVector.NONE);
    }

    private static Work paid(String amount, String currency) {
        return new Work(
                TODAY, -1, Size.of(new BigDecimal(amount), currency), words("meter reading"), ConceptVector.NONE);
    }

    private static List<Integer> words(String title) {
        return Stream.of(title.split(" ", -1)).map(Works::word).toList();
    }

    private static ConceptVector about(String text, String language) {
        return INTERPRETER.interpret(List.of(new Passage(text, language, 1)));
    }
}
