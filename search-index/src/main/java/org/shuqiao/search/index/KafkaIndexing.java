package org.shuqiao.search.index;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shuqiao.contracts.listing.DemandEvent;
import org.shuqiao.contracts.listing.OfferEvent;
import org.shuqiao.contracts.profile.OrganizationEvent;
import org.shuqiao.messaging.EventConsumer;
import org.shuqiao.messaging.EventConsumers;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Applies what happened, batch by batch in the order of each partition, to the living indices. */
@Component
class KafkaIndexing {
    private final EventConsumer<OrganizationEvent> organizations;
    private final EventConsumer<OfferEvent> offers;
    private final EventConsumer<DemandEvent> demands;

    KafkaIndexing(EventConsumers consumers, Indexing indexing, Names names, Refreshing refreshing) {
        Target living = names.living();
        organizations = consumers.of(
                OrganizationEvent.class,
                events -> indexing.organizations(
                                living,
                                events.stream()
                                        .map(OrganizationEvent::organization)
                                        .toList())
                        .then(Mono.fromRunnable(refreshing::soon)));
        offers = consumers.of(
                OfferEvent.class,
                events -> indexing.listings(
                                living,
                                Kind.OFFERS,
                                events.stream().map(Changes::of).toList())
                        .then(Mono.fromRunnable(refreshing::soon)));
        demands = consumers.of(
                DemandEvent.class,
                events -> indexing.listings(
                                living,
                                Kind.DEMANDS,
                                events.stream().map(Changes::of).toList())
                        .then(Mono.fromRunnable(refreshing::soon)));
    }

    @KafkaListener(
            id = "search-index-organizations",
            groupId = "${shuqiao.messaging.group}",
            topics = "${shuqiao.namespace:}profile.organization",
            batch = "true",
            autoStartup = "${shuqiao.search.listen:true}",
            containerFactory = "eventListeners")
    void onOrganizations(List<ConsumerRecord<String, byte[]>> records) {
        organizations.handle(records);
    }

    @KafkaListener(
            id = "search-index-offers",
            groupId = "${shuqiao.messaging.group}",
            topics = "${shuqiao.namespace:}listing.offer",
            batch = "true",
            autoStartup = "${shuqiao.search.listen:true}",
            containerFactory = "eventListeners")
    void onOffers(List<ConsumerRecord<String, byte[]>> records) {
        offers.handle(records);
    }

    @KafkaListener(
            id = "search-index-demands",
            groupId = "${shuqiao.messaging.group}",
            topics = "${shuqiao.namespace:}listing.demand",
            batch = "true",
            autoStartup = "${shuqiao.search.listen:true}",
            containerFactory = "eventListeners")
    void onDemands(List<ConsumerRecord<String, byte[]>> records) {
        demands.handle(records);
    }
}
