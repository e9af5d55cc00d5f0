package org.shuqiao.profile;

import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.profile.MemberEvent;
import org.shuqiao.messaging.EventCodec;
import org.shuqiao.testkit.TopicReader;

/** What Kafka has been told of organizations and members. */
public final class Heard {
    private static final EventCodec CODEC = new EventCodec("test");

    private Heard() {}

    /** The events of an organization, once there are {@code count}; those there are after 30 s otherwise. */
    public static List<Event> of(UUID organization, int count) {
        return TopicReader.read(EventType.ORGANIZATIONS, organization, count).stream()
                .map(CODEC::event)
                .toList();
    }

    /** The events of an account's memberships, once there are {@code count}; those there are after 30 s otherwise. */
    public static List<MemberEvent> ofMember(UUID account, int count) {
        return TopicReader.read(
                        EventType.MEMBERS,
                        record -> member(record).membership().account().equals(account),
                        count)
                .stream()
                .map(Heard::member)
                .toList();
    }

    private static MemberEvent member(ConsumerRecord<String, byte[]> record) {
        return (MemberEvent) CODEC.event(record);
    }
}
