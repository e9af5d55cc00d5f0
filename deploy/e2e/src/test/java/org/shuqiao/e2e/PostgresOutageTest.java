package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shuqiao.local.server.Server;
import org.shuqiao.local.service.Service;

/** PostgreSQL is killed and started: 503 meanwhile, and the services go on by themselves. */
@ExtendWith(SharedSystem.class)
class PostgresOutageTest {
    private final RunningSystem system;
    private final Door door;
    private final Market market;

    PostgresOutageTest(RunningSystem system) {
        this.system = system;
        this.door = system.door();
        this.market = new Market(door);
    }

    @Test
    @Timeout(180)
    void servicesGoOnByThemselvesWhenItIsBack() throws Exception {
        String provider = market.provider();
        String word = Market.word();
        String before = market.publish(Market.line(provider, "before", "库存管理 " + word));
        Eventually.within(Duration.ofSeconds(20), "searchable", () -> market.finds(word, before));
        List<OptionalLong> processes = processes();
        String offer = Market.line(provider, "meanwhile", "库存管理 " + word);
        String key = Market.key();

        system.kill(Server.POSTGRES);
        try {
            for (int i = 0; i < 10; i++) {
                door.post("/api/offers", offer, "Idempotency-Key", key)
                        .isProblem(503)
                        .sayingWhenToComeAgain();
                door.get("/api/offers/" + before).isProblem(503).sayingWhenToComeAgain();
                door.get("/api/organizations/" + provider).isProblem(503).sayingWhenToComeAgain();
                assertThat(market.finds(word, before)).isTrue();
            }
        } finally {
            system.restart(Server.POSTGRES);
        }

        long back = System.nanoTime();
        Answer draft = Door.persistently(
                Duration.ofSeconds(60), () -> door.post("/api/offers", offer, "Idempotency-Key", key));
        double recovered = (System.nanoTime() - back) / 1e9;
        String id = draft.is(201).json().path("id").asString();
        door.command("/api/offers/" + id + "/publish", "If-Match", draft.etag()).is(200);
        Duration found = Eventually.within(
                Duration.ofSeconds(60), "what was published after it is searchable", () -> market.finds(word, id));
        Door.persistently(Duration.ofSeconds(30), () -> door.get("/api/organizations/" + provider))
                .is(200);
        assertThat(processes()).isEqualTo(processes);
        System.out.printf(
                Locale.ROOT,
                "PostgreSQL killed: writes accepted %.1f s after its return, searchable %.1f s later%n",
                recovered,
                found.toMillis() / 1e3);
    }

    private List<OptionalLong> processes() {
        return List.of(
                system.part(Service.PROFILE).pid(),
                system.part(Service.LISTING).pid(),
                system.relay().pid());
    }
}
