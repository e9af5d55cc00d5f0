package org.shuqiao.search.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.shuqiao.search.Fixtures.demand;
import static org.shuqiao.search.Fixtures.offer;
import static org.shuqiao.search.Fixtures.organization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.search.FreshIndices;
import org.shuqiao.search.Peers;
import org.shuqiao.search.SearchIndexTest;
import org.shuqiao.search.evaluate.ScratchIndices;
import org.shuqiao.search.evaluate.TestSet;
import org.shuqiao.search.index.ElasticIndices;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.match.Ranking;
import org.shuqiao.search.metric.Measures;
import org.shuqiao.search.rebuild.Feeds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.Lifecycle;

@SearchIndexTest
class LearningTest {
    private static final List<String> TRADES =
            List.of("catering", "roofing", "printing", "fencing", "plumbing", "paving");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Autowired
    Learning learning;

    @Autowired
    ScratchIndices scratch;

    @Autowired
    Indexing indexing;

    @Autowired
    Feeds feeds;

    @Autowired
    Ranking ranking;

    @Autowired
    ElasticIndices indices;

    @Autowired
    @Qualifier("indexGuard")
    Lifecycle guard;

    @TempDir
    Path folder;

    /** Each buyer takes the one it knows, whose words fit no better than those of three others, and who has delivered less. */
    @Test
    void learnsFromEarlierTendersWhatHelpsOnLaterOnes() throws IOException {
        List<String> suppliers = new ArrayList<>();
        List<String> tenders = new ArrayList<>();
        List<String> winners = new ArrayList<>(List.of("query-id\tcorpus-id\tscore"));
        for (int i = 0; i < 24; i++) {
            int strangers = i % 4 * 12;
            suppliers.add(String.format(
                    Locale.ROOT,
                    "{\"_id\":\"s%d\",\"title\":\"Supplier %d\",\"text\":\"%s works\",\"metadata\":{\"language\":\"en\",\"trackRecord\":[{\"buyer\":\"Town %d\",\"title\":\"works\"}%s]}}",
                    i,
                    i,
                    TRADES.get(i / 4),
                    i,
                    ",{\"buyer\":\"Another\",\"title\":\"works\"}".repeat(36 - strangers)));
        }
        for (int i = 0; i < 48; i++) {
            int winner = i % 24;
            tenders.add(String.format(
                    Locale.ROOT,
                    "{\"_id\":\"q%d\",\"text\":\"Tender for %s works\",\"metadata\":{\"language\":\"en\",\"buyer\":\"Town %d\",\"date\":\"%s\"}}",
                    i,
                    TRADES.get(winner / 4),
                    winner,
                    FIRST.plusDays(i)));
            winners.add("q" + i + "\ts" + winner + "\t1");
        }
        Files.write(folder.resolve("corpus.jsonl"), suppliers);
        Files.write(folder.resolve("queries.jsonl"), tenders);
        Files.createDirectory(folder.resolve("qrels"));
        Files.write(folder.resolve("qrels/test.tsv"), winners);
        Ranking byRecord = new Ranking(
                "by track record",
                Map.of("textSimilarity", 8.0, "trackRecord", 6.0, "sameBuyer", 0.1),
                Map.of("textSimilarity", 8.0));

        Learning.Learned learned = learned(List.of(new DatedSet(TestSet.complete(folder), scratch)), byRecord);

        assertThat(learned.parts().getFirst())
                .returns(33, Learning.Part::learned)
                .returns(33, Learning.Part::told)
                .returns(15, Learning.Part::tested)
                .returns(FIRST.plusDays(33), Learning.Part::from);
        Measures before = Measures.mean(learned.tested().getFirst().before());
        Measures after = Measures.mean(learned.tested().getFirst().after());
        assertThat(after.ndcg()).isGreaterThan(before.ndcg());
        assertThat(after.reciprocalRank()).isEqualTo(1);
        Ranking found = learned.fitted().ranking();
        assertThat(found.buyer().get("sameBuyer"))
                .isGreaterThan(byRecord.buyer().get("sameBuyer"));
        assertThat(found.buyer().get("trackRecord")).isLessThan(byRecord.buyer().get("trackRecord"));
    }

    /** What became of closed demands: 26 awards, each written into the track record of the winner afterwards. */
    @Test
    void learnsFromWhatBecameOfTheMarketWithoutSeeingItInTheTrackRecords() throws IOException {
        List<UUID> organizations = new ArrayList<>();
        List<UUID> offers = new ArrayList<>();
        List<UUID> demands = new ArrayList<>();
        List<String> outcomes = new ArrayList<>();
        Peers peers = Peers.get();
        try {
            for (int i = 0; i < 40; i++) {
                UUID buyer = added(organizations);
                UUID provider = added(organizations);
                UUID demand = added(demands);
                UUID offer = added(offers);
                String trade = TRADES.get(i % TRADES.size());
                LocalDate day = FIRST.plusDays(i);
                peers.organizations.put(buyer, organization(buyer, 1, "Town " + i, Verification.none, "{}"));
                peers.organizations.put(
                        provider,
                        organization(
                                provider,
                                1,
                                "Provider " + i,
                                Verification.none,
                                "{'trackRecord':[{'buyer':'Town " + i + "','title':'works','date':'" + day + "'}]}"));
                peers.offers.put(offer, closed(offer(offer, provider, 1, "en", trade, trade + " works")));
                peers.demands.put(demand, closed(demand(demand, buyer, 1, "en", "Tender", "Tender for " + trade)));
                outcomes.add("{\"demand\":\"" + demand + "\",\"offer\":\"" + offer
                        + "\",\"outcome\":\"award\",\"date\":\"" + day + "\"}");
            }
            Path file = Files.write(folder.resolve("outcomes.jsonl"), outcomes);
            Source market = new LivingMarket(file, LivingMarket.outcomes(file), feeds, indexing, scratch);

            Learning.Learned learned = learned(List.of(market), ranking);

            // closed offers and demands took part; nobody knew the buyer before, so that knowing it explains nothing
            assertThat(learned.parts().getFirst())
                    .returns(28, Learning.Part::told)
                    .returns(12, Learning.Part::tested);
            assertThat(learned.fitted().ranking().buyer().get("sameBuyer"))
                    .isEqualTo(Objects.requireNonNull(ranking.buyer().get("sameBuyer")), within(0.1));
            assertThat(learned.tested().getFirst().before())
                    .anyMatch(measures -> measures.hit() == 1)
                    .anyMatch(measures -> measures.reciprocalRank() < 1);
        } finally {
            organizations.forEach(peers.organizations::remove);
            offers.forEach(peers.offers::remove);
            demands.forEach(peers.demands::remove);
        }
    }

    @Test
    void doesNotLearnFromAHandful() throws IOException {
        Path file = Files.writeString(
                folder.resolve("outcomes.jsonl"),
                "{\"demand\":\"" + UUID.randomUUID() + "\",\"offer\":\"" + UUID.randomUUID()
                        + "\",\"outcome\":\"intent-signed\",\"date\":\"2026-01-01\"}");
        Source market = new LivingMarket(file, LivingMarket.outcomes(file), feeds, indexing, scratch);

        assertThatThrownBy(() -> learned(List.of(market), ranking))
                .isInstanceOf(Learning.TooLittle.class)
                .hasMessageContaining("at least 20");
    }

    private Learning.Learned learned(List<Source> sources, Ranking start) {
        try (FreshIndices _ = new FreshIndices(indices, guard)) {
            return learning.learn(sources, start, Set.of(), 0.7);
        } finally {
            // the indices of the other tests were deleted for it, and come again by themselves
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> Boolean.TRUE.equals(indices.whole().block()));
        }
    }

    private static UUID added(List<UUID> ids) {
        UUID id = UUID.randomUUID();
        ids.add(id);
        return id;
    }

    private static OfferView closed(OfferView view) {
        return offer(view.id(), view.providerId(), 2, ListingStatus.withdrawn, view.offer());
    }

    private static DemandView closed(DemandView view) {
        return new DemandView(
                view.id(),
                view.buyerId(),
                2,
                ListingStatus.expired,
                view.createdAt(),
                view.updatedAt(),
                view.publishedAt(),
                view.createdAt(),
                view.demand());
    }
}
