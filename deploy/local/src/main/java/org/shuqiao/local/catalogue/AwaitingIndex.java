package org.shuqiao.local.catalogue;

import java.util.Optional;
import org.shuqiao.local.Progress;
import org.shuqiao.local.catalogue.Folder.DemandKey;

/** Waits until what was imported can be found. */
final class AwaitingIndex {

    private final Gateway gateway;
    private final Progress progress;

    AwaitingIndex(Gateway gateway, Progress progress) {
        this.gateway = gateway;
        this.progress = progress;
    }

    /**
     * Waits until the search counts at least as many offers as were taken and answers for the last demand.
     *
     * @return whether it came to that before the index stood still for {@link Limits#searchable}
     */
    boolean until(long offers, Optional<DemandKey> lastDemand) {
        Optional<String> demand = lastDemand.flatMap(new Lookup(gateway)::demand);
        long total = -1;
        long moved = System.nanoTime();
        while (true) {
            Count now = offers == 0 ? new Count(0, true) : count();
            boolean offersThere = now.atLeast() || now.total() >= offers;
            if (offersThere && demand.map(this::answersFor).orElse(true)) {
                progress.step("searchable");
                return true;
            }
            if (now.total() > total) {
                total = now.total();
                moved = System.nanoTime();
                progress.step("index: " + total + " of " + offers + " offers");
            }
            if (System.nanoTime() - moved > gateway.limits().searchable().toNanos()) {
                progress.step("the index did not catch up: it stood still at " + total + " of " + offers
                        + " offers for " + gateway.limits().searchable().toSeconds() + " s");
                return false;
            }
            Patience.sleep(gateway.limits().poll());
        }
    }

    private Count count() {
        Reply reply = gateway.ask(gateway.to("/offers?q=*&limit=1").GET().build());
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
