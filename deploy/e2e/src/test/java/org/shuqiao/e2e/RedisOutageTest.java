package org.shuqiao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shuqiao.local.server.Server;

/** Redis is dead: the gateway still limits, and short lists are computed instead of remembered. */
@ExtendWith(SharedSystem.class)
class RedisOutageTest {
    private static final int QUOTA = 15;

    private final RunningSystem system;
    private final Door door;
    private final Market market;

    RedisOutageTest(RunningSystem system) {
        this.system = system;
        this.door = system.door();
        this.market = new Market(door);
    }

    @Test
    @Timeout(180)
    void theGatewayStillLimitsAndMatchesStillWork() throws Exception {
        String offer = market.publish(Market.line(market.provider(), "redis", "库存管理"));
        Eventually.within(
                Duration.ofSeconds(20),
                "it has matches",
                () -> door.get("/api/offers/" + offer + "/matches").status() == 200);
        try (Part gateway = system.smallGateway(QUOTA)) {
            gateway.start();
            gateway.awaitReady();
            Door small = new Door(gateway.address());
            // the first request only finds out that Redis is there and is counted by the gateway itself
            small.get("/api/offers/" + offer).is(200);
            Thread.sleep(1_100);
            assertLimited(small, offer);

            system.kill(Server.REDIS);
            try {
                assertLimited(small, offer);
                for (int i = 0; i < 10; i++) {
                    door.get("/api/offers/" + offer + "/matches").is(200);
                    door.get("/api/offers?q=wms").is(200);
                }
                String word = Market.word();
                String meanwhile = market.publish(Market.line(market.provider(), "meanwhile", "退货 " + word));
                Eventually.within(
                        Duration.ofSeconds(20), "searchable without Redis", () -> market.finds(word, meanwhile));
            } finally {
                system.restart(Server.REDIS);
            }
            Eventually.within(
                    Duration.ofSeconds(20),
                    "the shared count is back",
                    () -> small.get("/api/offers/" + offer).status() == 429);
        }
    }

    /** Not more than the quota goes through, all else says when to come again. */
    private static void assertLimited(Door small, String offer) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < QUOTA + 10; i++) {
            Answer answer = small.get("/api/offers/" + offer);
            statuses.add(answer.status());
            if (answer.status() == 429) {
                answer.isProblem(429).sayingWhenToComeAgain();
            }
        }
        assertThat(statuses).isSubsetOf(200, 429).contains(429);
        assertThat(statuses.stream().filter(status -> status == 200).count()).isLessThanOrEqualTo(QUOTA);
    }
}
