package org.shuqiao.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shuqiao.search.match.Facts.party;
import static org.shuqiao.search.match.Facts.requirement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.listing.Requirement;
import org.shuqiao.contracts.search.MatchView.PositionView.Reason;
import org.shuqiao.search.index.Kind;
import org.shuqiao.thesaurus.ConceptVector;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.SemanticInterpreter.Passage;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ArrangingTest {
    private static final SemanticInterpreter INTERPRETER = new SemanticInterpreter(Thesaurus.builtIn());
    private static final ConceptVector BACKUP = about("Cloud backup of databases and files, with restore tests");
    private static final ConceptVector BACKUP_AGAIN = about("Cloud backup of files and databases, restore is tested");
    private static final ConceptVector FIREWALL = about("Network firewall");
    private static final Instant LONG_AGO = Facts.NOW.minus(Duration.ofDays(2_000));
    private static final Instant LATELY = Facts.NOW.minus(Duration.ofDays(20));

    private final Scoring scoring = new Scoring(Ranking.builtIn());
    private final Arranging arranging = new Arranging(scoring, settings(Map.of()));

    @Test
    void theSettingsInUse() {
        assertThat(settings(Map.of()))
                .isEqualTo(new ArrangingSettings(0.9, 10, 2, 0.5, 1, 4, Duration.ofDays(180), 0.1));
        assertThatThrownBy(() -> new ArrangingSettings(1.1, 10, 2, 0.5, 1, 4, Duration.ofDays(180), 0.1))
                .hasMessageContaining("alike");
        assertThatThrownBy(() -> new ArrangingSettings(0.9, 10, 2, 0.5, 1, 11, Duration.ofDays(180), 0.1))
                .hasMessageContaining("newFrom");
    }

    @Test
    void whatIsNearlyTheSameOfOneProviderIsOneEntry() {
        List<Judged> judged = List.of(
                offer("one", 0.9, f -> f.offerAbout = BACKUP),
                offer("other", 0.8, f -> f.offerAbout = BACKUP),
                offer("one", 0.7, f -> f.offerAbout = BACKUP_AGAIN),
                offer("one", 0.6, f -> f.offerAbout = FIREWALL));

        List<Placed> list = arranged(judged);

        assertThat(list).extracting(Placed::judged).containsExactly(judged.get(0), judged.get(1), judged.get(3));
        assertThat(list.getFirst().alike()).containsExactly(judged.get(2));
        assertThat(list.get(1).alike()).isEmpty();
        assertThat(list).allMatch(one -> one.moved() == null);
    }

    @Test
    void whatMeetsMoreMustHavesIsNotHiddenBehindWhatMeetsFewer() {
        List<Requirement> asked = List.of(requirement(Requirement.Kind.LANGUAGE, "ru"));
        List<Judged> judged = List.of(
                offer("one", 0.9, f -> {
                    f.essentials = asked;
                    f.offerAbout = BACKUP;
                }),
                offer("one", 0.8, f -> {
                    f.essentials = asked;
                    f.served = List.of("ru");
                    f.offerAbout = BACKUP;
                }));

        assertThat(arranged(judged)).hasSize(2);
    }

    @Test
    void textsAboutNothingKnownAreNotTakenForTheSame() {
        assertThat(arranged(List.of(offer("one", 0.9, f -> {}), offer("one", 0.8, f -> {}))))
                .hasSize(2);
    }

    @Test
    void nearlyTheSameDemandsOfOneBuyerAreOneEntryToo() {
        List<Judged> judged = List.of(
                demand("00000000-0000-0000-0000-0000000000d1", 0.9),
                demand("00000000-0000-0000-0000-0000000000d2", 0.8));

        List<Placed> list = arranging.arranged(Kind.DEMANDS, judged, Facts.NOW);

        assertThat(list)
                .singleElement()
                .satisfies(one -> assertThat(one.alike()).containsExactly(judged.get(1)));
    }

    @Test
    void aProviderHasAtMostTwoOfTheFirstTen() {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            judged.add(offer("many", 0.9 - i * 0.01, f -> {}));
        }
        for (int i = 0; i < 9; i++) {
            judged.add(offer("single" + i, 0.8 - i * 0.01, f -> {}));
        }

        List<Placed> list = arranged(judged);

        assertThat(list.subList(0, 2)).extracting(Placed::judged).isEqualTo(judged.subList(0, 2));
        assertThat(list.subList(2, 10)).extracting(Placed::judged).isEqualTo(judged.subList(6, 14));
        assertThat(list.subList(2, 10)).allMatch(one -> one.moved() == null);
        // the rest by score again
        assertThat(list.subList(10, 15))
                .extracting(Placed::judged)
                .containsExactly(judged.get(2), judged.get(3), judged.get(4), judged.get(5), judged.get(14));
        assertThat(list.get(10).moved()).isEqualTo(Reason.sameProvider);
        assertThat(list.get(10).byScore()).isEqualTo(3);
    }

    @Test
    void nothingWaitsForWhatIsNotHalfAsGood() {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            judged.add(offer("many", 0.9, f -> {}));
        }
        judged.add(offer("poor", 0.3, f -> {}));

        assertThat(arranged(judged)).extracting(Placed::judged).isEqualTo(judged);
        assertThat(arranged(judged)).allMatch(one -> one.moved() == null);
    }

    @Test
    void demandsOfOneBuyerAreChancesEach() {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            judged.add(judged(f -> f.similarity = 0.9));
        }

        assertThat(arranging.arranged(Kind.DEMANDS, judged, Facts.NOW))
                .extracting(Placed::judged)
                .isEqualTo(judged);
    }

    @Test
    void aNewProviderGetsOneOfTheFirstTenPositionsWhereItIsAboutAsGood() {
        List<Judged> judged = market(LONG_AGO);
        Judged young = judged.get(14);

        List<Placed> list = arranged(judged);

        List<Placed> moved = list.stream().filter(one -> one.moved() != null).toList();
        assertThat(moved).extracting(Placed::judged).containsExactly(young);
        assertThat(moved.getFirst().moved()).isEqualTo(Reason.newProvider);
        assertThat(moved.getFirst().byScore()).isEqualTo(15);
        assertThat(list.indexOf(moved.getFirst())).isBetween(3, 9);
        assertThat(list).hasSameSizeAs(judged);
        // all others keep their order
        List<Judged> others = new ArrayList<>(judged);
        others.remove(young);
        assertThat(list.stream().map(Placed::judged).filter(one -> one != young))
                .containsExactlyElementsOf(others);
    }

    @Test
    void notIfOneIsThereAnyway() {
        List<Judged> judged = new ArrayList<>(market(LONG_AGO));
        judged.set(0, offer("young too", 0.9, f -> f.provider = joined(LATELY, 0)));

        assertThat(arranged(judged)).allMatch(one -> one.moved() == null);
    }

    @Test
    void notIfItIsWorseApartFromItsTrackRecord() {
        List<Judged> judged = new ArrayList<>(market(LONG_AGO));
        judged.set(14, offer("young", 0.3, f -> f.provider = joined(LATELY, 0)));

        assertThat(arranged(judged)).allMatch(one -> one.moved() == null);
    }

    @Test
    void notIfAMustHaveIsOpenThatTheOtherMeets() {
        List<Requirement> asked = List.of(requirement(Requirement.Kind.LANGUAGE, "ru"));
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            judged.add(offer("old" + i, 0.5, f -> {
                f.essentials = asked;
                f.served = List.of("ru");
                f.provider = joined(LONG_AGO, 40);
            }));
        }
        judged.add(offer("young", 0.5, f -> {
            f.essentials = asked;
            f.provider = joined(LATELY, 0);
        }));

        assertThat(arranged(judged)).allMatch(one -> one.moved() == null);
    }

    @Test
    void newIsWhoJoinedLatelyAndShowsNoDelivery() {
        List<Judged> judged = new ArrayList<>(market(LONG_AGO));
        judged.set(14, offer("delivered", 0.5, f -> f.provider = joined(LATELY, 1)));
        assertThat(arranged(judged)).allMatch(one -> one.moved() == null);

        judged.set(14, offer("old", 0.5, f -> f.provider = joined(LONG_AGO, 0)));
        assertThat(arranged(judged)).allMatch(one -> one.moved() == null);

        judged.set(14, offer("unknown", 0.5, f -> {}));
        assertThat(arranged(judged)).allMatch(one -> one.moved() == null);
    }

    @Test
    void whoIsChosenAndWhereIsAnotherForEachDemandAndTheSameEachTime() {
        Set<UUID> chosen = new HashSet<>();
        Set<Integer> positions = new HashSet<>();
        for (int demand = 0; demand < 40; demand++) {
            String id = new UUID(1, demand).toString();
            List<Judged> judged = new ArrayList<>();
            for (int i = 0; i < 11; i++) {
                judged.add(offer("old" + i, 0.6, f -> {
                    f.demandId = id;
                    f.provider = joined(LONG_AGO, 40);
                }));
            }
            for (int i = 0; i < 5; i++) {
                judged.add(offer("young" + i, 0.6, f -> {
                    f.demandId = id;
                    f.provider = joined(LATELY, 0);
                }));
            }
            List<Placed> list = arranged(judged);
            assertThat(arranged(judged)).isEqualTo(list);
            List<Placed> first = list.subList(0, 10).stream()
                    .filter(one -> one.moved() == Reason.newProvider)
                    .toList();
            assertThat(first).hasSize(1);
            chosen.add(UUID.fromString(first.getFirst().judged().pair().offer().provider()));
            positions.add(list.indexOf(first.getFirst()));
        }

        assertThat(chosen).hasSize(5);
        assertThat(positions).containsExactlyInAnyOrder(3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aShareOfNothingMovesNobody() {
        Arranging without = new Arranging(scoring, settings(Map.of("shuqiao.search.arranging.new-places", "0")));

        assertThat(without.arranged(Kind.OFFERS, market(LONG_AGO), Facts.NOW)).allMatch(one -> one.moved() == null);
    }

    /** Twenty who have delivered, or joined at {@code joined}, but the fifteenth, who is new and otherwise as good. */
    private static List<Judged> market(Instant joined) {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            judged.add(
                    i == 14
                            ? offer("young", 0.5, f -> f.provider = joined(LATELY, 0))
                            : offer("old" + i, 0.5, f -> f.provider = joined(joined, 40)));
        }
        return judged;
    }

    private List<Placed> arranged(List<Judged> judged) {
        return arranging.arranged(Kind.OFFERS, judged, Facts.NOW);
    }

    private static org.shuqiao.search.fact.Party joined(Instant joined, int deals) {
        return party(p -> {
            p.joined = joined;
            p.deals = deals;
            return p;
        });
    }

    private static Judged offer(String provider, double similarity, Consumer<Facts> more) {
        return judged(f -> {
            f.offerId = UUID.randomUUID().toString();
            f.providerId = UUID.nameUUIDFromBytes(provider.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .toString();
            f.similarity = similarity;
            more.accept(f);
        });
    }

    private static Judged demand(String id, double similarity) {
        return judged(f -> {
            f.demandId = id;
            f.similarity = similarity;
            f.demandAbout = BACKUP;
        });
    }

    private static Judged judged(Consumer<Facts> say) {
        Pair pair = Facts.pair(say);
        return new Judged(pair, new Scoring(Ranking.builtIn()).scores(pair), MustHaves.of(pair));
    }

    private static ConceptVector about(String text) {
        return INTERPRETER.interpret(List.of(new Passage(text, "en", 1)));
    }

    private static ArrangingSettings settings(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("shuqiao.search.arranging", ArrangingSettings.class);
    }
}
