package org.shuqiao.profile.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.audit.Action;
import org.shuqiao.audit.AuditEntries;
import org.shuqiao.audit.AuditEntry;
import org.shuqiao.audit.AuditFilter;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.profile.Http;
import org.shuqiao.profile.ProfileTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An organization has an owner whatever happens at once. */
@ProfileTest
class ManyAtOnceTest {
    private static final int OWNERS = 12;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private AuditEntries log;

    private final List<UUID> owners = new ArrayList<>();
    private UUID organization;

    @BeforeEach
    void register() {
        Http operator = new Http(port);
        organization = operator.registered(Http.provider(Http.newId(), "")).id();
        for (int i = 0; i < OWNERS; i++) {
            UUID owner = UUID.randomUUID();
            operator.appointed(organization, owner, Right.owner);
            owners.add(owner);
        }
    }

    @Test
    void letsAllOwnersLeaveButOne() {
        List<Integer> statuses = atOnce(n -> removal(owners.get(n), owners.get(n)));
        assertThat(statuses).hasSize(OWNERS).containsOnly(204, 409).containsOnlyOnce(409);
        assertThat(ownersLeft()).isEqualTo(1);
    }

    /** Who was removed a moment ago removes nobody any more. */
    @Test
    void leavesOwnersThatRemoveOneAnotherWithOneAtLeast() {
        List<Integer> statuses = atOnce(n -> removal(owners.get(n), owners.get((n + 1) % OWNERS)));
        long removed = statuses.stream().filter(status -> status == 204).count();
        assertThat(statuses).hasSize(OWNERS).isSubsetOf(204, 403, 409);
        assertThat(ownersLeft()).isEqualTo(OWNERS - removed).isPositive();

        // the log has them in the order in which they happened
        List<AuditEntry> entries = log.find(
                        AuditFilter.ANY.organization(organization.toString()).action(Action.LEFT), null, 500)
                .collectList()
                .block();
        assertThat(entries).isNotNull().hasSize((int) removed);
        Set<Object> gone = new HashSet<>();
        for (AuditEntry entry : entries.reversed()) {
            assertThat(gone).doesNotContain(String.valueOf(entry.act().actor().subject()));
            gone.add(String.valueOf(entry.act().details().members().get("account")));
        }
    }

    @Test
    void keepsTheLastOwnerInTheDatabaseItself() {
        List<Integer> changed = atOnce(n -> database.sql(
                        "UPDATE member SET rights = '{viewer}' WHERE organization_id = $1 AND account_id = $2")
                .bind(0, organization)
                .bind(1, owners.get(n))
                .fetch()
                .rowsUpdated()
                .map(Long::intValue)
                .onErrorReturn(DataIntegrityViolationException.class, -1));
        assertThat(changed).containsOnly(1, -1).containsOnlyOnce(-1);
        assertThat(ownersLeft()).isEqualTo(1);
    }

    private List<Integer> atOnce(IntFunction<Mono<Integer>> what) {
        List<Integer> results = Flux.fromStream(IntStream.range(0, OWNERS).boxed())
                .flatMap(what::apply, OWNERS)
                .collectList()
                .block(Duration.ofSeconds(60));
        assertThat(results).isNotNull();
        return results;
    }

    private Mono<Integer> removal(UUID by, UUID whom) {
        return Http.as(port, by)
                .reactive()
                .delete()
                .uri("/organizations/{organization}/members/{account}", organization, whom)
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().value()));
    }

    private long ownersLeft() {
        Long left = database.sql("SELECT count(*) FROM member WHERE organization_id = $1 AND 'owner' = ANY (rights)")
                .bind(0, organization)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
        return left == null ? 0 : left;
    }
}
