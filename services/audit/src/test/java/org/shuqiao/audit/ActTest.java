package org.shuqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.audit.chain.Digests;

class ActTest {
    private static final UUID CHAIN = UUID.fromString("6ff2a9a0-4cf1-4a5e-9d0a-0d7a1f3b5c11");

    /**
     * The format, which logs that were written keep. The hash is that of
     * {@code printf 'shuqiao audit entry 1\n%s' BODY | sha256sum}.
     */
    @Test
    void isHashedAsThisForEver() {
        AuditEntry.Kept kept =
                AuditEntry.next(CHAIN, 1, Instant.parse("2026-11-27T01:02:03.4Z"), Acts.read(), Digests.ofChain(CHAIN));
        assertThat(kept.body())
                .isEqualTo("{\"act\":{\"action\":\"read-personal\",\"actor\":{\"client\":\"web\",\"kind\":\"person\","
                        + "\"organization\":\"0198a3f4-6c1e-7a30-9d52-1f0c9b7e2a12\","
                        + "\"subject\":\"0198a3f4-6c1e-7a30-9d52-1f0c9b7e2a11\"},"
                        + "\"details\":{\"fields\":[\"contact.email\",\"contact.phone\"],\"rows\":2},"
                        + "\"object\":{\"id\":\"0198a3f4-6c1e-7a30-9d52-1f0c9b7e2a12\",\"kind\":\"organization\"},"
                        + "\"outcome\":\"done\",\"purpose\":\"verification\",\"request\":\"01J0-7\","
                        + "\"trace\":\"4bf92f3577b34da6a3ce929d0e0e4736\"},"
                        + "\"chain\":\"6ff2a9a0-4cf1-4a5e-9d0a-0d7a1f3b5c11\",\"format\":1,"
                        + "\"instant\":\"2026-11-27T01:02:03.400000Z\","
                        + "\"previous\":\"367c1e069491d5b653cda9c748749a7db63383e2f8049de27b90383807d8bcc0\","
                        + "\"sequence\":1}");
        assertThat(kept.hash()).isEqualTo("024ecff6308e17df3c8b3578e0bc5a4cd4a66913893a3382bfffbc92d78cf6fe");
    }

    @Test
    void isReadAsItWasWritten() {
        Instant instant = Instant.parse("2026-11-27T01:02:03.400001Z");
        AuditEntry.Kept kept = AuditEntry.next(CHAIN, 7, instant, Acts.read(), Digests.ofChain(CHAIN));
        assertThat(AuditEntry.of(kept))
                .isEqualTo(new AuditEntry(CHAIN, 7, instant, Acts.read(), Digests.ofChain(CHAIN), kept.hash()));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void readsEveryActionByItsWord(Action action) {
        assertThat(Action.of(action.word())).isEqualTo(action);
        assertThat(action.word()).matches("[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wang@example.com", "Wang Wei", "王伟", "+86 21 5555 0100", "O'Neill", "", "a\nb"})
    void hasNoRoomForValuesOfPersonalData(String personal) {
        assertThatThrownBy(() -> Actor.person(personal, null, null)).hasMessageContaining("actor.subject");
        assertThatThrownBy(() -> AuditObject.of("person", personal)).hasMessageContaining("object.id");
        assertThatThrownBy(() -> Details.NONE.with("email", personal)).hasMessageContaining("details.email");
        assertThatThrownBy(() -> Details.fields(List.of(personal))).hasMessageContaining("details.fields");
        assertThatThrownBy(
                        () -> Act.of(Actor.system("retention"), Action.ERASED, AuditObject.of("person", 7), personal))
                .hasMessageContaining("purpose");
    }

    @Test
    void doesNotRepeatWhatItRefuses() {
        assertThatThrownBy(() -> Details.NONE.with("email", "wang@example.com")).hasMessageNotContaining("wang");
    }

    @ParameterizedTest
    @EnumSource(names = {"READ_PERSONAL", "READ_SEALED", "EXPORTED"})
    void saysWhatPersonalAndSealedDataWereReadFor(Action action) {
        assertThatThrownBy(() -> Act.of(Actor.system("review"), action, AuditObject.of("proposal", 7)))
                .hasMessageContaining("purpose");
    }

    @Test
    void keepsDetailsSmallAndFlat() {
        assertThatThrownBy(() -> Details.NONE.with("a", Map.of("b", "c"))).hasMessageContaining("details.a");
        assertThatThrownBy(() -> Details.NONE.with("a", 1.5)).hasMessageContaining("details.a");
        assertThatThrownBy(() -> Details.NONE.with("a", 1L << 53)).hasMessageContaining("details.a");
        assertThatThrownBy(() -> Details.NONE.with("a", Long.MIN_VALUE)).hasMessageContaining("details.a");
        assertThatThrownBy(() -> Details.NONE.with("a", List.of(1))).hasMessageContaining("details.a");
        assertThatThrownBy(() -> {
                    Details details = Details.NONE;
                    for (int i = 0; i <= 16; i++) {
                        details = details.with("m" + i, i);
                    }
                })
                .hasMessageContaining("at most 16");
    }

    @Test
    void knowsWhichPartOfTheSystemOrWhichClientActed() {
        assertThatThrownBy(() -> new Actor(Actor.Kind.SYSTEM, null, null, null, null))
                .hasMessageContaining("actor.subject");
        assertThatThrownBy(() -> new Actor(Actor.Kind.CLIENT, "7", null, null, null))
                .hasMessageContaining("actor.client");
    }
}
