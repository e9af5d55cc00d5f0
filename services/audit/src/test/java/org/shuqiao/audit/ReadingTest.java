package org.shuqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuqiao.audit.AuditDatabase.Instance;

class ReadingTest {
    private static final String OTHER = "0198a3f4-6c1e-7a30-9d52-1f0c9b7e2a99";
    private static final AuditDatabase LOG = new AuditDatabase();
    private static final Instance ONE = LOG.instance();

    /** Transactions of three acts: a change by the officer, a sign-in by another, an erasure by the system. */
    @BeforeAll
    static void write() {
        for (int n = 0; n < 40; n++) {
            ONE.log()
                    .appendAlone(List.of(
                            Acts.change(n % 4),
                            Act.of(Actor.person(OTHER, null, null), Action.SIGNED_IN, AuditObject.of("account", OTHER)),
                            Act.of(Actor.system("retention"), Action.ERASED, AuditObject.of("offer", n))))
                    .block();
        }
    }

    @AfterAll
    static void close() {
        LOG.close();
    }

    @Test
    void findsByWhoWhatAndOnWhat() {
        assertThat(found(AuditFilter.ANY.subject(Acts.OFFICER))).hasSize(40);
        assertThat(found(AuditFilter.ANY.organization(Acts.OFFICE))).hasSize(40);
        assertThat(found(AuditFilter.ANY.subject("retention").action(Action.ERASED)))
                .hasSize(40);
        assertThat(found(AuditFilter.ANY.subject(OTHER).action(Action.ERASED))).isEmpty();
        assertThat(found(AuditFilter.ANY.object("account", null))).hasSize(40);
        List<AuditEntry> one = found(AuditFilter.ANY.object("offer", new UUID(7, 3).toString()));
        assertThat(one).hasSize(10).allMatch(entry -> entry.act().equals(Acts.change(3)));
        assertThat(one).extracting(AuditEntry::sequence).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void findsByTimeToTheMicrosecond() {
        List<AuditEntry> all = found(AuditFilter.ANY).reversed();
        Instant from = all.get(31).instant();
        Instant until = all.get(92).instant();
        assertThat(found(AuditFilter.ANY.between(from, until)))
                .containsExactlyElementsOf(all.stream()
                        .filter(entry -> !entry.instant().isBefore(from)
                                && entry.instant().isBefore(until))
                        .toList()
                        .reversed())
                .isNotEmpty();
        assertThat(found(AuditFilter.ANY.between(from, null))).hasSize((int)
                all.stream().filter(entry -> !entry.instant().isBefore(from)).count());
        assertThat(found(AuditFilter.ANY.between(null, from))).hasSize((int)
                all.stream().filter(entry -> entry.instant().isBefore(from)).count());
        Instant later = all.getLast().instant().plusNanos(1_000);
        assertThat(found(AuditFilter.ANY.between(later, null))).isEmpty();
        assertThat(found(AuditFilter.ANY.between(null, later))).hasSize(120);
        assertThat(found(AuditFilter.ANY.between(null, all.getFirst().instant())))
                .isEmpty();
    }

    @Test
    void turnsPagesWithoutLossOrRepetition() {
        AuditFilter filter = AuditFilter.ANY.subject(Acts.OFFICER);
        List<AuditEntry> turned = new ArrayList<>();
        Long before = null;
        for (List<AuditEntry> page = page(filter, before, 7); !page.isEmpty(); page = page(filter, before, 7)) {
            turned.addAll(page);
            before = page.getLast().sequence();
        }
        assertThat(turned).isEqualTo(found(filter));
    }

    @Test
    void refusesPagesThatAreTooLargeAndIdsWithoutKind() {
        assertThatThrownBy(() -> page(AuditFilter.ANY, null, 501)).hasMessageContaining("limit");
        assertThatThrownBy(() -> page(AuditFilter.ANY, null, 0)).hasMessageContaining("limit");
        assertThatThrownBy(() -> new AuditFilter(null, null, null, null, "7", null, null))
                .hasMessageContaining("objectKind");
        assertThatThrownBy(() -> ONE.export(0)).hasMessageContaining("from");
    }

    private static List<AuditEntry> found(AuditFilter filter) {
        return page(filter, null, AuditEntries.LARGEST_PAGE);
    }

    private static List<AuditEntry> page(AuditFilter filter, @Nullable Long before, int limit) {
        List<AuditEntry> page =
                ONE.entries().find(filter, before, limit).collectList().block();
        return page == null ? List.of() : page;
    }
}
