package org.shuqiao.access.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shuqiao.access.Memberships;
import org.shuqiao.access.ServersForStand;
import org.shuqiao.access.Stand;
import org.shuqiao.access.StandTest;
import org.shuqiao.contracts.event.EventType;
import org.shuqiao.contracts.profile.MemberChangedV1;
import org.shuqiao.contracts.profile.MemberEvent;
import org.shuqiao.contracts.profile.MemberJoinedV1;
import org.shuqiao.contracts.profile.MemberLeftV1;
import org.shuqiao.contracts.profile.Membership;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.testkit.TestServers;
import org.shuqiao.web.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The events come over Kafka, as from the profile service. */
@StandTest
class MembersTest {
    private static final long PATIENCE = 30_000_000_000L; // nanoseconds

    @LocalServerPort
    private int port;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ReactiveTransactionManager transactions;

    @Autowired
    private PostgresMembers members;

    @Autowired
    private Memberships memberships;

    private final UUID account = UUID.randomUUID();
    private final UUID organization = UUID.randomUUID();
    private final UUID membership = Ids.next();

    private Stand stand;

    @BeforeEach
    void connect() {
        stand = new Stand(port);
    }

    @Test
    void letsInWhoJoinedAndNobodyWhoLeft() throws InterruptedException {
        assertThat(status("/saved-searches")).isEqualTo(403);
        tell(new MemberJoinedV1(Ids.next(), Instant.now(), membership, 1, state(Role.provider, Right.viewer)));
        awaitStatus("/saved-searches", 200);
        assertThat(status("/demands/" + UUID.randomUUID() + "/matches"))
                .as("for buyers only")
                .isEqualTo(403);
        tell(new MemberChangedV1(Ids.next(), Instant.now(), membership, 2, state(Role.buyer, Right.viewer)));
        awaitStatus("/demands/" + UUID.randomUUID() + "/matches", 200);
        tell(new MemberLeftV1(Ids.next(), Instant.now(), membership, 3, gone()));
        awaitStatus("/saved-searches", 403);
    }

    @Test
    void keepsTheLastWordInWhateverOrderItIsTold() {
        MemberEvent joined =
                new MemberJoinedV1(Ids.next(), Instant.now(), membership, 1, state(Role.buyer, Right.owner));
        MemberEvent left = new MemberLeftV1(Ids.next(), Instant.now(), membership, 2, gone());
        members.keep(joined).block();
        assertThat(memberships.of(account).collectList().block()).containsExactly(state(Role.buyer, Right.owner));
        members.keep(left).block();
        members.keep(joined).block();
        assertThat(memberships.of(account).collectList().block()).isEmpty();
    }

    @Test
    void isToldOnATopicThatForgetsNobody() throws ExecutionException, InterruptedException {
        ConfigResource topic =
                new ConfigResource(ConfigResource.Type.TOPIC, TestServers.namespace() + EventType.MEMBERS);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestServers.addresses().kafkaBootstrap()))) {
            assertThat(admin.describeConfigs(List.of(topic))
                            .all()
                            .get()
                            .get(topic)
                            .get("cleanup.policy")
                            .value())
                    .isEqualTo("compact");
        }
    }

    private Membership state(Role role, Right right) {
        return new Membership(account, organization, List.of(role), List.of(right));
    }

    private Membership gone() {
        return new Membership(account, organization, List.of(Role.buyer), List.of());
    }

    private void tell(MemberEvent event) {
        outbox.append(List.of(event))
                .as(TransactionalOperator.create(transactions)::transactional)
                .block();
    }

    private int status(String uri) {
        return stand.get(uri, ServersForStand.ISSUER.account(account))
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private void awaitStatus(String uri, int status) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        while (status(uri) != status && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(status(uri)).isEqualTo(status);
    }
}
