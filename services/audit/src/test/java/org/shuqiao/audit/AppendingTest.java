package org.shuqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.audit.AuditDatabase.Instance;
import org.shuqiao.testkit.TestServers;
import org.springframework.dao.DataAccessException;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class AppendingTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final AuditDatabase log = new AuditDatabase();
    private final Instance one = log.instance();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void keepsWhatWasDoneAndWhen() {
        Instant before = Instant.now().minusSeconds(60);
        one.sell("tea", Acts.read()).block();
        List<AuditEntry> entries = found();
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().act()).isEqualTo(Acts.read());
        assertThat(entries.getFirst().instant()).isBetween(before, Instant.now().plusSeconds(60));
        assertThat(one.verdict()).isEqualTo("holds to 1");
    }

    @Test
    void hasNoGapAndNoForkWhenTwoProcessesWriteAtOnce() {
        Instance two = log.instance();
        int count = 400;
        Flux.range(0, count)
                .flatMap(n -> (n % 2 == 0 ? one : two).sell("ware " + n, Acts.change(n)), 16)
                .blockLast(SOON);
        List<AuditEntry> entries = found();
        assertThat(entries).extracting(AuditEntry::sequence).containsExactlyElementsOf(countdown(count));
        assertThat(entries.stream().map(entry -> entry.act().object().version()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, count).boxed().toList());
        assertThat(entries.reversed()).extracting(AuditEntry::instant).isSorted();
        assertThat(one.verdict()).isEqualTo("holds to 400");
        assertThat(one.wares()).isEqualTo(count);
    }

    @Test
    void leavesNoGapWhereSomeRollBack() {
        Instance two = log.instance();
        int count = 300;
        Flux.range(0, count)
                .flatMap(
                        n -> {
                            Instance instance = n % 2 == 0 ? one : two;
                            // every third fails: its own way, or at the commit since the ware is there already
                            return switch (n % 6) {
                                case 0 ->
                                    refused(instance.transaction()
                                            .transactional(instance.log()
                                                    .append(List.of(Acts.change(n)))
                                                    .then(instance.insert("ware " + n))
                                                    .then(Mono.error(new IllegalStateException("no")))));
                                case 3 ->
                                    refused(instance.transaction()
                                            .transactional(instance.log()
                                                    .append(List.of(Acts.change(n)))
                                                    .then(instance.insert("ware " + n))
                                                    .then(instance.insert("ware " + n))));
                                default -> instance.sell("ware " + n, Acts.change(n));
                            };
                        },
                        16)
                .blockLast(SOON);
        List<AuditEntry> entries = found();
        assertThat(entries).extracting(AuditEntry::sequence).containsExactlyElementsOf(countdown(200));
        assertThat(entries).allMatch(entry -> entry.act().object().version() % 3 != 0);
        assertThat(one.wares()).isEqualTo(200);
        assertThat(one.verdict()).isEqualTo("holds to 200");
    }

    private static Mono<Void> refused(Mono<?> work) {
        return work.then(Mono.<Void>error(new AssertionError("it committed")))
                .onErrorComplete(e -> !(e instanceof AssertionError));
    }

    @Test
    void keepsAllActsOfATransactionTogetherAndInOrder() {
        Instance two = log.instance();
        Flux.range(0, 40)
                .flatMap(
                        n -> {
                            Instance instance = n % 2 == 0 ? one : two;
                            return instance.transaction()
                                    .transactional(instance.log()
                                            .append(List.of(Acts.change(n * 3L), Acts.change(n * 3L + 1)))
                                            .then(instance.insert("ware " + n))
                                            .then(instance.log().append(List.of(Acts.change(n * 3L + 2)))));
                        },
                        8)
                .blockLast(SOON);
        List<Long> versions = found().reversed().stream()
                .map(entry -> entry.act().object().version())
                .toList();
        assertThat(versions).hasSize(120);
        for (int i = 0; i < 120; i += 3) {
            long first = versions.get(i);
            assertThat(first % 3).isZero();
            assertThat(versions.subList(i, i + 3)).containsExactly(first, first + 1, first + 2);
        }
    }

    @Test
    void goesNeverBackInTimeThoughTheClockDoes() {
        one.sell("tea", Acts.change(1)).block();
        log.tamper("UPDATE audit_head SET instant = '2100-01-01 00:00:00.000007Z'");
        one.sell("rice", Acts.change(2)).block();
        assertThat(found().getFirst().instant()).isEqualTo("2100-01-01T00:00:00.000007Z");
        assertThat(one.verdict()).isEqualTo("holds to 2");
    }

    @Test
    void doesNothingThatItCannotWriteDown() {
        log.change("ALTER TABLE audit_entry ADD CONSTRAINT no_more CHECK (sequence < 2)");
        one.sell("tea", Acts.change(1)).block();
        assertThatThrownBy(() -> one.sell("rice", Acts.change(2)).block()).isInstanceOf(DataAccessException.class);
        assertThat(one.wares()).isEqualTo(1);
        assertThat(one.verdict()).isEqualTo("holds to 1");
    }

    @Test
    void refusesActsOutsideATransaction() {
        assertThatThrownBy(() -> one.log().append(List.of(Acts.change(1))).block())
                .hasMessageContaining("transaction");
    }

    @Test
    void keepsARefusalWhateverBecomesOfTheCallersTransaction() {
        Act refusal = Act.of(Actor.unknown("web"), Action.SIGN_IN_REFUSED, AuditObject.of("account", "unknown"))
                .outcome(Outcome.REFUSED);
        refused(one.transaction()
                        .transactional(one.log()
                                .append(List.of(Acts.change(1)))
                                .then(one.insert("tea"))
                                .then(one.log().appendAlone(List.of(refusal)))
                                .then(Mono.error(new IllegalStateException("no")))))
                .block(SOON);
        assertThat(found()).extracting(AuditEntry::act).containsExactly(refusal);
        assertThat(one.wares()).isZero();
        one.log().appendAlone(List.of(Acts.read())).block();
        assertThat(one.verdict()).isEqualTo("holds to 2");
    }

    @Test
    void goesOnAfterAProcessDiedBetweenTheEntryAndItsCommit() throws SQLException {
        one.sell("tea", Acts.change(1)).block();
        try (Connection dying = log.connection();
                Statement statement = dying.createStatement()) {
            dying.setAutoCommit(false);
            statement.execute("SELECT FROM audit_head FOR UPDATE");
            statement.execute(
                    "INSERT INTO audit_entry (body, hash) SELECT replace(body, '\"sequence\":1', '\"sequence\":2'),"
                            + " hash FROM audit_entry");
            statement.execute("UPDATE audit_head SET sequence = 2");
            int process = process(statement);

            List<String> done = new ArrayList<>();
            Disposable waiting = one.sell("rice", Acts.change(2))
                    .subscribe(n -> {}, e -> done.add(e.toString()), () -> done.add("sold"));
            try {
                await().atMost(SOON).until(() -> waits(process));
                assertThat(done).isEmpty();
                log.change("SELECT pg_terminate_backend(" + process + ")");
                await().atMost(SOON).until(() -> !done.isEmpty());
            } finally {
                waiting.dispose();
            }
            assertThat(done).containsExactly("sold");
        }
        assertThat(found()).extracting(AuditEntry::sequence).containsExactly(2L, 1L);
        assertThat(one.verdict()).isEqualTo("holds to 2");
    }

    private static int process(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private boolean waits(int process) throws SQLException {
        try (Connection connection = log.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE " + process + " = ANY(pg_blocking_pids(pid))")) {
            row.next();
            return row.getInt(1) == 1;
        }
    }

    @Test
    void undoesWhatACallerThatWentAwayHadNoted() {
        one.transaction()
                .transactional(one.log()
                        .append(List.of(Acts.change(1)))
                        .then(one.insert("tea"))
                        .then(Mono.never()))
                .timeout(Duration.ofMillis(500), Mono.empty())
                .block();
        one.sell("rice", Acts.change(2)).block();
        assertThat(found()).extracting(entry -> entry.act().object().version()).containsExactly(2L);
        assertThat(one.wares()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET body = replace(body, 'changed', 'created')",
                "DELETE FROM audit_entry",
                "DELETE FROM audit_entry WHERE false",
                "TRUNCATE audit_entry",
                "UPDATE audit_checkpoint SET line = line",
                "DELETE FROM audit_checkpoint",
                "TRUNCATE audit_checkpoint",
                "DELETE FROM audit_head",
                "TRUNCATE audit_head",
                "INSERT INTO audit_head SELECT false, chain, sequence, hash, instant FROM audit_head",
                "UPDATE audit_head SET sequence = 0",
                "UPDATE audit_head SET sequence = 1",
                "UPDATE audit_head SET sequence = 2, chain = gen_random_uuid()",
                "SET session_replication_role = replica; DELETE FROM audit_entry"
            })
    void isAppendOnlyForTheDatabase(String statement) {
        one.sell("tea", Acts.change(1)).block();
        assertThatThrownBy(() -> log.change(statement)).hasMessageContaining("append-only");
        assertThat(one.verdict()).isEqualTo("holds to 1");
    }

    @Test
    void tookTheRightsFromAnOwnerThatIsNoSuperuser() throws SQLException {
        String owner = TestServers.newDatabase("audit_owner");
        log.change("CREATE ROLE " + owner + " LOGIN PASSWORD 'x'", "ALTER DATABASE " + owner + " OWNER TO " + owner);
        String url = log.jdbcUrl().replaceFirst("/[^/]+$", "/" + owner);
        try {
            Flyway.configure()
                    .dataSource(url, owner, "x")
                    .locations("classpath:db/audit")
                    .load()
                    .migrate();
            try (Connection connection = DriverManager.getConnection(url, owner, "x");
                    Statement statement = connection.createStatement()) {
                for (String sql : List.of(
                        "UPDATE audit_entry SET hash = hash",
                        "DELETE FROM audit_entry",
                        "TRUNCATE audit_entry",
                        "DELETE FROM audit_checkpoint",
                        "DELETE FROM audit_head")) {
                    assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
                }
                statement.execute("SELECT sequence FROM audit_head FOR UPDATE");
                statement.execute(
                        "INSERT INTO audit_entry (body, hash) SELECT '{\"sequence\":1,\"instant\":\"\",\"act\":"
                                + "{\"action\":\"\",\"object\":{\"kind\":\"\",\"id\":\"\"}}}', repeat('0', 64)");
            }
        } finally {
            log.change("DROP DATABASE " + owner, "DROP ROLE " + owner);
        }
    }

    private List<AuditEntry> found() {
        List<AuditEntry> entries = one.entries()
                .find(AuditFilter.ANY, null, AuditEntries.LARGEST_PAGE)
                .collectList()
                .block();
        return entries == null ? List.of() : entries;
    }

    private static List<Long> countdown(int from) {
        return IntStream.range(0, from).mapToObj(n -> (long) from - n).toList();
    }
}
