package org.shuqiao.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventTypeTest {
    @Test
    void knowsEveryRecordOfEverySealedFamily() {
        Set<String> permitted = new TreeSet<>();
        for (Class<? extends Event> family : EventType.FAMILIES) {
            for (Class<?> type : family.getPermittedSubclasses()) {
                permitted.add(type.getName());
            }
        }
        List<String> known =
                EventType.ALL.stream().map(type -> type.record().getName()).toList();
        assertThat(known).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(permitted);
    }

    @Test
    void putsAFamilyOnOneTopicOfItsOwn() {
        Set<String> topics = new TreeSet<>();
        for (Class<? extends Event> family : EventType.FAMILIES) {
            Set<String> ofFamily = EventType.ALL.stream()
                    .filter(type -> family.isAssignableFrom(type.record()))
                    .map(EventType::topic)
                    .collect(Collectors.toSet());
            assertThat(ofFamily).as(family.getSimpleName()).hasSize(1);
            assertThat(topics.addAll(ofFamily)).as("a topic of its own").isTrue();
        }
    }

    @Test
    void namesATypeByItsRecordAndVersion() {
        assertThat(EventType.ALL)
                .allSatisfy(type -> assertThat(type.name()).matches("org\\.shuqiao\\.[A-Z][A-Za-z]+V[1-9][0-9]*"));
    }
}
