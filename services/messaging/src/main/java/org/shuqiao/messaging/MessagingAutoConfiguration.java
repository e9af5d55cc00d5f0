package org.shuqiao.messaging;

import io.micrometer.observation.ObservationRegistry;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.shuqiao.contracts.event.EventType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** What every service needs that speaks or listens on Kafka. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({MessagingSettings.class, KafkaProperties.class})
class MessagingAutoConfiguration {
    @Bean
    Topics topics(@Value("${shuqiao.namespace:}") String namespace) {
        return new Topics(namespace);
    }

    @Bean
    EventCodec eventCodec(MessagingSettings settings) {
        return new EventCodec(settings.group());
    }

    @Bean
    EventTraces eventTraces(ObjectProvider<ObservationRegistry> observations) {
        return new EventTraces(observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    EventConsumers eventConsumers(EventCodec codec, EventTraces traces, MessagingSettings settings) {
        return new EventConsumers(codec, traces, settings);
    }

    @Bean
    KafkaAdmin.NewTopics eventTopics(Topics topics, MessagingSettings settings) {
        Set<String> names = new LinkedHashSet<>();
        EventType.ALL.forEach(type -> names.add(type.topic()));
        return new KafkaAdmin.NewTopics(
                names.stream().map(name -> topic(name, topics, settings)).toArray(NewTopic[]::new));
    }

    private static NewTopic topic(String name, Topics topics, MessagingSettings settings) {
        TopicBuilder topic = TopicBuilder.name(topics.of(name)).partitions(settings.partitions());
        return EventType.COMPACTED.contains(name) ? topic.compact().build() : topic.build();
    }

    @Bean
    ProducerFactory<String, byte[]> eventProducers(KafkaProperties properties) {
        Map<String, Object> config = properties.buildProducerProperties();
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        config.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        config.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        return new DefaultKafkaProducerFactory<>(config);
    }

    @Bean
    KafkaTemplate<String, byte[]> eventTemplate(ProducerFactory<String, byte[]> producers) {
        return new KafkaTemplate<>(producers);
    }

    @Bean
    ConsumerSettings consumerSettings(KafkaProperties properties) {
        Map<String, Object> config = properties.buildConsumerProperties();
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        config.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        // so long the partitions of a consumer that died without a word stay unread; Kafka's own is 45 s
        config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        return new ConsumerSettings(Map.copyOf(config));
    }

    @Bean
    DeadLetters deadLetters(
            KafkaTemplate<String, byte[]> template,
            KafkaAdmin admin,
            Topics topics,
            ConsumerSettings consumers,
            MessagingSettings settings) {
        return new DeadLetters(template, admin, topics, consumers, settings.group());
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(DeadLetters deadLetters) {
        return new DeadLettersEndpoint(deadLetters);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> eventListeners(
            ConsumerSettings consumers, DeadLetters deadLetters, MessagingSettings settings) {
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(consumers.config()));
        factory.setBatchListener(true);
        factory.setCommonErrorHandler(Retrying.handler(deadLetters, settings));
        factory.getContainerProperties().setMissingTopicsFatal(false);
        factory.getContainerProperties().setStopImmediate(true);
        return factory;
    }
}
