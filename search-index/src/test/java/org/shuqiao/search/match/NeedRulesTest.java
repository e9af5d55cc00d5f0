package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shuqiao.search.match.Facts.pair;
import static org.shuqiao.search.match.Facts.party;
import static org.shuqiao.search.match.Facts.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.search.MatchView.Side;
import org.shuqiao.contracts.search.ReasonView.State;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.fact.AskedInText;
import org.shuqiao.search.fact.AskedStandard;
import org.shuqiao.search.fact.Held;
import org.shuqiao.search.fact.SaidInText;
import org.shuqiao.search.match.Coverage.Needed;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.Thesaurus;
import org.shuqiao.understanding.need.Need;

/** What was read in the texts, by each rule that judges by it. */
class NeedRulesTest {
    private static final LivingThesaurus LIVING = LivingThesaurus.of(Thesaurus.builtIn());
    private static final CoveringNeeds COVERING = new CoveringNeeds(LIVING);
    private static final String CRM = "customer-relationship-management-software";

    @Test
    void whatIsRequiredIsCoveredByWhatIsNamed() {
        Finding both = essentials(of(CRM, "blockchain"), of("blockchain", CRM, "chatbot"));

        assertThat(both.value()).isEqualTo(1);
        assertThat(both.state()).isEqualTo(State.met);
        assertThat(both.message().apply(Wording.english()))
                .isEqualTo("Of what the text requires the offer names: 2 of 2.");
    }

    @Test
    void theShareOfWhatIsRequiredCounts() {
        Finding one = essentials(of(CRM, "blockchain"), of("blockchain"));

        assertThat(one.value()).isEqualTo(0.5);
        assertThat(one.state()).isEqualTo(State.partly);
        assertThat(one.message().apply(Wording.in("ru")))
                .isEqualTo("Из того, что требует текст, предложение называет: 1 из 2.");
    }

    @Test
    void whatTheOfferIsSilentAboutIsAsLikelyAsTheTextsAreNear() {
        AskedInText asked = new AskedInText(
                of(CRM, "blockchain"), ConceptVector.NONE, ConceptVector.NONE, List.of(), null, List.of(), null);
        Pair near = pair(f -> {
            f.nearness = 0.4;
            f.coverage = COVERING.of(asked, of("blockchain"));
        });
        Pair nothingNamed = pair(f -> {
            f.nearness = 0.4;
            f.coverage = COVERING.of(asked, of("object-storage"));
        });

        assertThat(MatchPolicy.ESSENTIALS_COVERED.buyer().apply(near).value()).isEqualTo(0.7, within(1e-9));
        assertThat(MatchPolicy.ESSENTIALS_COVERED.buyer().apply(nothingNamed).value())
                .isNull();
    }

    @Test
    void anOfferThatNamesNothingOfItIsUnknownAndCouldSaySo() {
        Finding silent = essentials(of(CRM), of("object-storage"));

        assertThat(silent.value()).isNull();
        assertThat(silent.state()).isEqualTo(State.unknown);
        assertThat(silent.missing()).isEqualTo(Side.provider);
        assertThat(essentials(of(CRM), ConceptVector.NONE).state()).isEqualTo(State.unknown);
        assertThat(essentials(ConceptVector.NONE, of(CRM)).missing()).isNull();
    }

    @Test
    void narrowerIsNamedAndRelatedIsALittle() {
        assertThat(essentials(of("blockchain"), of("smart-contract")).value()).isEqualTo(1);
        Finding related = essentials(of(CRM), of("enterprise-resource-planning"));
        assertThat(related.value()).isEqualTo(0.3, within(1e-9));
        assertThat(related.state()).isEqualTo(State.partly);
    }

    @Test
    void aBroaderOneIsHalfByHowMuchItTells() {
        double telling = LIVING.nearness().telling("business-management-software");

        assertThat(essentials(of(CRM), of("business-management-software")).value())
                .isEqualTo(0.5 * telling, within(1e-9));
    }

    @Test
    void wishesAreJudgedAlike() {
        Pair pair = needing(
                new AskedInText(
                        ConceptVector.NONE, of(CRM, "chatbot"), ConceptVector.NONE, List.of(), null, List.of(), null),
                of(CRM));

        assertThat(MatchPolicy.WISHES_COVERED.buyer().apply(pair).value()).isEqualTo(0.5);
        assertThat(MatchPolicy.ESSENTIALS_COVERED.buyer().apply(pair).value()).isNull();
    }

    @Test
    void namingMoreNeverCoversLess() {
        ConceptVector asked = of(CRM, "blockchain", "chatbot");
        double one = value(essentials(asked, of(CRM)));
        double two = value(essentials(asked, of(CRM, "chatbot")));
        double three = value(essentials(asked, of(CRM, "chatbot", "smart-contract")));

        assertThat(one).isEqualTo(1.0 / 3, within(0.01));
        assertThat(two).isGreaterThan(one);
        assertThat(three).isEqualTo(1);
    }

    @Test
    void anOfferAboutWhatIsExcludedIsLessWanted() {
        assertThat(unwanted(of("blockchain")).value()).isZero();
        assertThat(unwanted(of("blockchain")).state()).isEqualTo(State.unmet);
        assertThat(unwanted(of("smart-contract")).value()).as("narrower").isZero();
        assertThat(unwanted(of(CRM)).state()).isEqualTo(State.unknown);
        assertThat(unwanted(of("data-and-ai")).state()).as("broader").isEqualTo(State.unknown);
    }

    @Test
    void anOfferThatHardlyNamesWhatIsExcludedIsUnwantedInPart() {
        ConceptVector hardly = LIVING.interpreter().vector(Map.of(CRM, 8.0, "blockchain", 2.0), 32);

        Finding found = unwanted(hardly);

        // a quarter as central as the first, of a half
        assertThat(found.value()).isEqualTo(0.5, within(0.01));
        assertThat(found.state()).isEqualTo(State.partly);
        assertThat(found.message().apply(Wording.in("zh"))).isEqualTo("供给提及了文本所排除的内容。");
    }

    @Test
    void nothingReadInATextExcludes() {
        Pair pair = pair(f -> {
            f.asked = new AskedInText(
                    of(CRM),
                    ConceptVector.NONE,
                    of("blockchain"),
                    List.of(new AskedStandard("ISO 27001", Need.ESSENTIAL)),
                    budget("100"),
                    List.of("ru"),
                    LocalDate.of(2020, 1, 1));
            f.said = new SaidInText(of("blockchain"), List.of(), List.of());
            f.standards = List.of(new Held("SOC 2", null, null));
            f.served = List.of("zh");
            f.price = "{\"min\":\"200\",\"currency\":\"EUR\"}";
            f.essentials = List.of(requirement(Requirement.Kind.WITHIN_BUDGET, null));
        });

        assertThat(MustHaves.excludes(MustHaves.of(pair))).isFalse();
    }

    @Test
    void theBudgetOfATextCountsWhereNoneIsGivenAndSaysSo() {
        Finding above = found(MatchPolicy.BUDGET_OVERLAP, f -> {
            f.asked = asked(budget("100"), List.of(), List.of(), null);
            f.price = "{\"min\":\"200\",\"currency\":\"EUR\"}";
        });
        Finding within = found(MatchPolicy.BUDGET_OVERLAP, f -> {
            f.asked = asked(budget("100"), List.of(), List.of(), null);
            f.price = "{\"min\":\"50\",\"max\":\"100\",\"currency\":\"EUR\"}";
        });
        Finding given = found(MatchPolicy.BUDGET_OVERLAP, f -> {
            f.asked = asked(budget("100"), List.of(), List.of(), null);
            f.budget = "{\"max\":\"300\",\"currency\":\"EUR\"}";
            f.price = "{\"min\":\"200\",\"max\":\"300\",\"currency\":\"EUR\"}";
        });
        Finding monthly = found(MatchPolicy.BUDGET_OVERLAP, f -> {
            f.asked = asked(budget("100"), List.of(), List.of(), null);
            f.price = "{\"min\":\"200\",\"currency\":\"EUR\",\"interval\":\"month\"}";
        });

        assertThat(above.value()).isZero();
        assertThat(above.details().apply(Wording.english())).contains("budget, as read in the text: –100 EUR");
        assertThat(within.value()).isEqualTo(1);
        assertThat(given.value()).isEqualTo(1);
        assertThat(given.details().apply(Wording.english())).contains("budget –300 EUR");
        assertThat(monthly.state()).as("what the amount is for is not known").isEqualTo(State.unknown);
    }

    @Test
    void standardsOfTheTextsCount() {
        List<AskedStandard> both =
                List.of(new AskedStandard("ISO 27001", Need.ESSENTIAL), new AskedStandard("SOC 2", Need.NICE_TO_HAVE));

        Finding half = found(MatchPolicy.STANDARDS_HELD, f -> {
            f.asked = asked(null, both, List.of(), null);
            f.standards = List.of(new Held("ISO/IEC 27001", null, null));
        });
        Finding said = found(MatchPolicy.STANDARDS_HELD, f -> {
            f.essentials = List.of(requirement(Requirement.Kind.STANDARD, "ISO 27001"));
            f.said = new SaidInText(ConceptVector.NONE, List.of("ISO/IEC 27001"), List.of());
        });
        Finding silent = found(MatchPolicy.STANDARDS_HELD, f -> f.asked = asked(null, both, List.of(), null));

        assertThat(half.value()).isEqualTo(0.5);
        assertThat(half.message().apply(Wording.english()))
                .isEqualTo("Standards asked for, also in the text, that are held: 1 of 2.");
        assertThat(said.value()).isEqualTo(1);
        assertThat(silent.state()).isEqualTo(State.unknown);
        assertThat(silent.missing()).isEqualTo(Side.provider);
    }

    @Test
    void aStandardThatIsOnlyNamedCountsWhereItIsHeld() {
        List<AskedStandard> named = List.of(new AskedStandard("ISO 9001", Need.STATED));

        assertThat(found(MatchPolicy.STANDARDS_HELD, f -> {
                            f.asked = asked(null, named, List.of(), null);
                            f.standards = List.of(new Held("SOC 2", null, null));
                        })
                        .state())
                .isEqualTo(State.unknown);
        assertThat(found(MatchPolicy.STANDARDS_HELD, f -> {
                            f.asked = asked(null, named, List.of(), null);
                            f.standards = List.of(new Held("ISO 9001", null, null));
                        })
                        .value())
                .isEqualTo(1);
    }

    @Test
    void aMustHaveMayBeMetByWhatTheOfferSaysInItsText() {
        Pair pair = pair(f -> {
            f.essentials = List.of(
                    requirement(Requirement.Kind.STANDARD, "ISO 27001"), requirement(Requirement.Kind.LANGUAGE, "ru"));
            f.standards = List.of(new Held("SOC 2", null, null));
            f.said = new SaidInText(ConceptVector.NONE, List.of("ISO 27001"), List.of("ru"));
        });

        assertThat(MustHaves.of(pair)).extracting(MustHaves.Judged::state).containsExactly(State.met, State.met);
        assertThat(MustHaves.of(pair).getFirst().reason(Wording.english()).message())
                .isEqualTo("Held, as the text of the offer says: ISO 27001.");
        assertThat(MustHaves.of(pair).getLast().reason(Wording.in("es")).message())
                .isEqualTo("El texto de la oferta nombra este idioma: ruso.");
    }

    @Test
    void languagesOfTheTextsCountWhereNoneAreGiven() {
        Finding met = found(MatchPolicy.LANGUAGES_IN_COMMON, f -> {
            f.asked = asked(null, List.of(), List.of("ru"), null);
            f.served = List.of("zh", "ru");
        });
        Finding unmet = found(MatchPolicy.LANGUAGES_IN_COMMON, f -> {
            f.asked = asked(null, List.of(), List.of("ru"), null);
            f.served = List.of("zh");
        });
        Finding given = found(MatchPolicy.LANGUAGES_IN_COMMON, f -> {
            f.asked = asked(null, List.of(), List.of("ru"), null);
            f.spoken = List.of("zh");
            f.served = List.of("zh");
        });
        Finding named = found(MatchPolicy.LANGUAGES_IN_COMMON, f -> {
            f.spoken = List.of("ru");
            f.said = new SaidInText(ConceptVector.NONE, List.of(), List.of("ru"));
        });
        Finding others = found(MatchPolicy.LANGUAGES_IN_COMMON, f -> {
            f.spoken = List.of("ru");
            f.said = new SaidInText(ConceptVector.NONE, List.of(), List.of("fr"));
        });

        assertThat(met.message().apply(Wording.english()))
                .isEqualTo("They have a language in common, as read in the texts.");
        assertThat(unmet.message().apply(Wording.english()))
                .isEqualTo("It is not served in a language the text requires: Russian.");
        assertThat(given.message().apply(Wording.english())).isEqualTo("They have a language in common.");
        assertThat(named.value()).isEqualTo(1);
        assertThat(others.state()).isEqualTo(State.unknown);
    }

    @Test
    void theDayOfATextIsADeadlineWhereNoneIsGiven() {
        // NOW is noon of the 24th, the 30th ends six days and a half later
        Finding in = found(
                MatchPolicy.DEADLINE, f -> f.asked = asked(null, List.of(), List.of(), LocalDate.of(2026, 11, 30)));
        Finding passed = found(
                MatchPolicy.DEADLINE, f -> f.asked = asked(null, List.of(), List.of(), LocalDate.of(2026, 11, 1)));

        assertThat(in.value()).isEqualTo(6.5 / 14, within(1e-9));
        assertThat(in.message().apply(Wording.english()))
                .isEqualTo("Days left to the day by which the text wants it: 6.");
        assertThat(passed.value()).isZero();
        assertThat(passed.message().apply(Wording.in("fr"))).isEqualTo("La date limite que donne le texte est passée.");
    }

    @Test
    void thoseThatNameWhatIsRequiredStandBeforeThoseThatAreSilent() {
        Scoring scoring = new Scoring(Ranking.builtIn());
        AskedInText asked =
                new AskedInText(of(CRM), ConceptVector.NONE, of("blockchain"), List.of(), null, List.of(), null);

        double names = score(scoring, asked, of(CRM));
        double silent = score(scoring, asked, of("object-storage"));
        double unwanted = score(scoring, asked, of("blockchain"));

        assertThat(names).isGreaterThan(silent + 0.02);
        assertThat(unwanted).isLessThan(silent - 0.02);
    }

    @Test
    void whatTheTextsDoNotNeedIsNotTold() {
        Scoring scoring = new Scoring(Ranking.builtIn());

        assertThat(scoring.reasons(scoring.findings(pair(f -> f.provider = party(p -> p))), Wording.english())
                        .buyer())
                .noneMatch(reason -> reason.feature().equals("essentialsCovered")
                        || reason.feature().equals("wishesCovered")
                        || reason.feature().equals("nothingUnwanted"));
    }

    private static double score(Scoring scoring, AskedInText asked, ConceptVector named) {
        return scoring.scores(pair(f -> {
                    f.similarity = 0.4;
                    f.coverage = COVERING.of(asked, named);
                }))
                .both();
    }

    private static Finding essentials(ConceptVector asked, ConceptVector named) {
        return MatchPolicy.ESSENTIALS_COVERED
                .buyer()
                .apply(needing(
                        new AskedInText(
                                asked, ConceptVector.NONE, ConceptVector.NONE, List.of(), null, List.of(), null),
                        named));
    }

    private static Finding unwanted(ConceptVector named) {
        return MatchPolicy.NOTHING_UNWANTED
                .buyer()
                .apply(needing(
                        new AskedInText(
                                ConceptVector.NONE,
                                ConceptVector.NONE,
                                of("blockchain"),
                                List.of(),
                                null,
                                List.of(),
                                null),
                        named));
    }

    private static Pair needing(AskedInText asked, ConceptVector named) {
        return pair(f -> f.coverage = COVERING.of(asked, named));
    }

    private static Finding found(Rule rule, Consumer<Facts> say) {
        return rule.buyer().apply(pair(say));
    }

    private static double value(Finding finding) {
        return finding.value() == null ? -1 : finding.value();
    }

    /** All of the same weight. */
    private static ConceptVector of(String... concepts) {
        Map<String, Double> weights = new TreeMap<>();
        for (String concept : concepts) {
            weights.put(concept, 1.0);
        }
        return LIVING.interpreter().vector(weights, concepts.length);
    }

    private static AskedInText asked(
            @Nullable PriceRange budget,
            List<AskedStandard> standards,
            List<String> languages,
            @Nullable LocalDate by) {
        return new AskedInText(
                ConceptVector.NONE, ConceptVector.NONE, ConceptVector.NONE, standards, budget, languages, by);
    }

    private static PriceRange budget(String max) {
        return new PriceRange(null, new BigDecimal(max), Currency.getInstance("EUR"), null, null);
    }

    @Test
    void aNeedIsKnownByWhatItIsCoveredBy() {
        Coverage coverage = COVERING.of(
                new AskedInText(
                        of("blockchain"), ConceptVector.NONE, ConceptVector.NONE, List.of(), null, List.of(), null),
                of("smart-contract"));

        assertThat(coverage.essentials())
                .extracting(Needed::by)
                .containsExactly(LIVING.interpreter().number("smart-contract").orElseThrow());
        assertThat(COVERING.of(AskedInText.NOTHING, of("blockchain"))).isSameAs(Coverage.NONE);
    }
}
