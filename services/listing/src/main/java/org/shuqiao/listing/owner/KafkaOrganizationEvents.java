package org.shuqiao.listing.owner;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shuqiao.contracts.profile.OrganizationEvent;
import org.shuqiao.messaging.EventConsumer;
import org.shuqiao.messaging.EventConsumers;
import org.shuqiao.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Learns of organizations from {@code profile.organization}. */
@Component
class KafkaOrganizationEvents {
    private static final String CONSUMER = "listing.owner";

    private final EventConsumer<OrganizationEvent> consumer;

    KafkaOrganizationEvents(EventConsumers consumers, Inbox inbox, PostgresOrganizations organizations) {
        this.consumer = consumers.of(
                OrganizationEvent.class,
                events -> Flux.fromIterable(events)
                        .concatMap(event -> inbox.once(
                                CONSUMER,
                                event.eventId(),
                                organizations.keep(KnownOrganization.of(event.organization()))))
                        .then());
    }

    @KafkaListener(
            id = "organizations",
            groupId = "${shuqiao.messaging.group}",
            topics = "${shuqiao.namespace:}profile.organization",
            containerFactory = "eventListeners")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        consumer.handle(records);
    }
}
