package org.shuqiao.search.thesaurus;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shuqiao.contracts.thesaurus.ThesaurusEvent;
import org.shuqiao.messaging.EventConsumer;
import org.shuqiao.messaging.EventConsumers;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of additions on {@code listing.thesaurus}: every process of all, hence a group of its own for each. */
@Component
class KafkaThesaurusEvents {
    private final EventConsumer<ThesaurusEvent> consumer;

    KafkaThesaurusEvents(EventConsumers consumers, FollowingThesaurus following) {
        this.consumer = consumers.of(ThesaurusEvent.class, following::heard);
    }

    @KafkaListener(
            id = "search-index-thesaurus",
            groupId = "${shuqiao.messaging.group}-thesaurus-${random.uuid}",
            topics = "${shuqiao.namespace:}listing.thesaurus",
            batch = "true",
            autoStartup = "${shuqiao.search.listen:true}",
            containerFactory = "eventListeners")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        consumer.handle(records);
    }
}
