package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shuqiao.local.service.Service;

/** Events that cannot be read are put aside; the partitions they were on go on, and they can be replayed. */
@ExtendWith(SharedSystem.class)
class MalformedEventTest {
    private static final String TOPIC = "listing.offer";
    private static final String DEAD = TOPIC + ".search-index.dlt";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final RunningSystem system;
    private final Market market;
    private final Stores stores;
    private final Door searchIndex;

    MalformedEventTest(RunningSystem system) {
        this.system = system;
        this.market = new Market(system.door());
        this.stores = system.stores();
        this.searchIndex = new Door(system.part(Service.SEARCH_INDEX).address());
    }

    @Test
    @Timeout(180)
    void areDeadLetteredAndThePartitionsGoOn() throws Exception {
        String provider = market.provider();
        long before = dead();

        int sent = putOneOnEveryPartition();
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            published.add(market.publish(Market.line(provider, "behind-" + i, "库存管理")));
        }

        Duration aside = Eventually.within(DEADLINE, sent + " events are dead letters", () -> dead() == before + sent);
        Map<String, Long> kept = stores.publishedOffersOf(provider);
        assertThat(kept.keySet()).containsExactlyInAnyOrderElementsOf(published);
        Duration found = Eventually.within(
                DEADLINE,
                "what follows them is in the index",
                () -> stores.indexedOffersOf(provider).equals(kept));
        System.out.printf(
                Locale.ROOT,
                "malformed events on %d partitions: dead letters after %.1f s, the %d offers behind them searchable"
                        + " %.1f s later%n",
                sent,
                aside.toMillis() / 1e3,
                published.size(),
                found.toMillis() / 1e3);

        Answer replayed =
                searchIndex.post("/actuator/deadletters/" + DEAD, "{}").is(200);
        assertThat(replayed.json().path("replayed").asLong()).isEqualTo(before + sent);
        // they are still malformed, so they come back: replaying took them through the consumer again
        Eventually.within(DEADLINE, "the replayed ones are dead letters again", () -> dead() == before + sent);
        String after = market.publish(Market.line(provider, "after-replay", "库存管理"));
        Eventually.within(
                DEADLINE,
                "what follows the replay is in the index",
                () -> stores.indexedOffersOf(provider).containsKey(after));
    }

    private long dead() {
        return searchIndex
                .get("/actuator/deadletters")
                .is(200)
                .json()
                .path(DEAD)
                .asLong(0);
    }

    /** Bytes that are no event at all, an event of no known type, and data that break the type's rules, in turn. */
    private int putOneOnEveryPartition() throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", system.addresses().kafkaBootstrap());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            int partitions = producer.partitionsFor(TOPIC).size();
            for (int partition = 0; partition < partitions; partition++) {
                String key = UUID.randomUUID().toString();
                ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                        TOPIC, partition, key, "{\"eventId\": broken".getBytes(StandardCharsets.UTF_8));
                if (partition % 3 != 0) {
                    String type = partition % 3 == 1 ? "org.shuqiao.UnheardOfV1" : "org.shuqiao.OfferPublishedV1";
                    header(record, "specversion", "1.0");
                    header(record, "id", UUID.randomUUID().toString());
                    header(record, "source", "/e2e");
                    header(record, "type", type);
                    header(record, "datacontenttype", "application/json");
                }
                producer.send(record).get();
            }
            return partitions;
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        String key = name.equals("datacontenttype") ? "content-type" : "ce_" + name;
        record.headers().add(key, value.getBytes(StandardCharsets.UTF_8));
    }
}
