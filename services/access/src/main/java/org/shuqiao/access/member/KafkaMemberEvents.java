package org.shuqiao.access.member;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shuqiao.contracts.profile.MemberEvent;
import org.shuqiao.messaging.EventConsumer;
import org.shuqiao.messaging.EventConsumers;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Flux;

/** Learns of members from {@code profile.member}. */
class KafkaMemberEvents {
    private final EventConsumer<MemberEvent> consumer;

    KafkaMemberEvents(EventConsumers consumers, PostgresMembers members) {
        this.consumer = consumers.of(
                MemberEvent.class,
                events -> Flux.fromIterable(events).concatMap(members::keep).then());
    }

    @KafkaListener(
            id = "members",
            groupId = "${shuqiao.messaging.group}",
            batch = "true",
            topics = "${shuqiao.namespace:}profile.member",
            containerFactory = "eventListeners")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        consumer.handle(records);
    }
}
