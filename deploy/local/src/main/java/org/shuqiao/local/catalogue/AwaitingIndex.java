package org.shuqiao.local.catalogue;

import java.time.Duration;
import java.util.Optional;
import org.shuqiao.local.Progress;
import org.shuqiao.local.catalogue.Folder.DemandKey;

/** Waits until what was imported can be found. */
final class AwaitingIndex {

    /** An index that always moves is waited for so many times as long as one that stands still. */
    private static final int LONGEST = 10;
    /** Looks without any growth after which no more demands are to be expected. */
    private static final int SETTLED = 3;

    private final Gateway gateway;
    private final Progress progress;

    AwaitingIndex(Gateway gateway, Progress progress) {
        this.gateway = gateway;
        this.progress = progress;
    }

    /**
     * Waits until the search counts at least as many offers as were taken and answers for the last demand, and the number
     * of demands it counts does not grow any more: some may be past their time already.
     *
     * @return whether it came to that before the index stood still for {@link Limits#searchable}, or {@value #LONGEST} times
     *     that long had passed
     */
    boolean until(long offers, long demands, Optional<DemandKey> lastDemand) {
        Optional<String> demand = lastDemand.flatMap(new Lookup(gateway)::demand);
        long total = -1;
        long begun = System.nanoTime();
        long moved = begun;
        while (true) {
            Count count = offers == 0 ? new Count(0, true) : count("offers");
            boolean offersThere = count.atLeast() || count.total() >= offers;
            if (offersThere && demand.map(this::answersFor).orElse(true)) {
                settle(demands);
                progress.step("searchable");
                return true;
            }
            if (count.total() > total) {
                total = count.total();
                moved = System.nanoTime();
                progress.step("index: " + total + " of " + offers + " offers");
            }
            long now = System.nanoTime();
            long still = gateway.limits().searchable().toNanos();
            if (now - moved > still || now - begun > LONGEST * still) {
                progress.step("the index did not catch up: " + total + " of " + offers + " offers can be found after "
                        + Duration.ofNanos(now - begun).toSeconds() + " s");
                return false;
            }
            Patience.sleep(gateway.limits().poll());
        }
    }

    private void settle(long demands) {
        long total = -1;
        int unmoved = 0;
        while (unmoved < SETTLED && total < demands) {
            Count count = count("demands");
            if (count.atLeast()) {
                return;
            }
            unmoved = count.total() > total ? 0 : unmoved + 1;
            total = Math.max(total, count.total());
            if (total < demands) {
                Patience.sleep(gateway.limits().poll());
            }
        }
    }

    private Count count(String kind) {
        Reply reply = gateway.ask(gateway.to("/" + kind + "?q=*&limit=1").GET().build());
        return new Count(
                reply.body().path("total").asLong(0),
                reply.body().path("totalIsLowerBound").asBoolean(false));
    }

    private boolean answersFor(String demand) {
        return gateway.ask(gateway.to("/demands/" + demand + "/matches").GET().build())
                .ok();
    }

    /** @param atLeast whether the search stopped counting at {@code total} */
    private record Count(long total, boolean atLeast) {}
}
