package org.shuqiao.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shuqiao.contracts.listing.OfferEvent;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A service with nothing but messaging: it listens to offers and keeps what it heard. */
@SpringBootConfiguration
@EnableAutoConfiguration
class MessagingApplication {
    @Bean
    Listener listener(EventConsumers consumers) {
        return new Listener(consumers);
    }

    static final class Listener {
        final ConcurrentLinkedQueue<OfferEvent> heard = new ConcurrentLinkedQueue<>();
        volatile Function<OfferEvent, Mono<Void>> effect = event -> Mono.empty();
        private final EventConsumer<OfferEvent> consumer;

        Listener(EventConsumers consumers) {
            consumer = consumers.of(OfferEvent.class, this::hear);
        }

        private Mono<Void> hear(List<OfferEvent> events) {
            return Flux.fromIterable(events)
                    .concatMap(event -> effect.apply(event).then(Mono.fromRunnable(() -> heard.add(event))))
                    .then();
        }

        List<OfferEvent> heardOf(UUID offer) {
            List<OfferEvent> events = new ArrayList<>(heard);
            events.removeIf(event -> !event.aggregateId().equals(offer));
            return events;
        }

        @KafkaListener(
                id = "offers",
                groupId = "${shuqiao.messaging.group}",
                topics = "${shuqiao.namespace:}listing.offer",
                containerFactory = "eventListeners")
        void on(List<ConsumerRecord<String, byte[]>> records) {
            consumer.handle(records);
        }
    }
}
