package org.shuqiao.listing;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.testkit.TopicReader;

/** The events that topics have been told of. */
public final class Heard {
    private static final EventCodec CODEC = new EventCodec("test");

    private Heard() {}

    /** The events of an aggregate, once there are {@code count}; those there are after 30 s otherwise. */
    public static List<Event> of(String topic, UUID aggregate, int count) {
        return TopicReader.read(topic, aggregate, count).stream()
                .map(CODEC::event)
                .toList();
    }

    public static List<Event> of(String topic, Predicate<Event> which, int count) {
        return TopicReader.read(topic, record -> which.test(CODEC.event(record)), count).stream()
                .map(CODEC::event)
                .toList();
    }
}
