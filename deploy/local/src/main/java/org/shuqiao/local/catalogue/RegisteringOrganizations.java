package org.shuqiao.local.catalogue;

import static org.shuqiao.local.catalogue.JsonLines.string;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuqiao.local.Progress;
import org.shuqiao.local.catalogue.ImportSummary.Organizations;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registers the organizations of a catalogue, a few at a time. Each goes under a key made of its first identifier, so
 * that doing it again changes nothing; one whose line has changed since is revised.
 */
final class RegisteringOrganizations {

    private static final int SHOWN = 10;
    private static final int STEP = 500;

    private final Gateway gateway;
    private final Lookup lookup;

    RegisteringOrganizations(Gateway gateway) {
        this.gateway = gateway;
        this.lookup = new Lookup(gateway);
    }

    /**
     * @throws CatalogueException where the system gave no answer in time; what was registered until then stays
     */
    Organizations register(Stream<ObjectNode> organizations, Progress progress) {
        Tally tally = new Tally(progress);
        Semaphore free = new Semaphore(gateway.limits().parallel());
        try (organizations;
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Iterator<ObjectNode> each = organizations.iterator();
            while (!tally.failed() && each.hasNext()) {
                ObjectNode organization = each.next();
                free.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        tally.count(organization, registerOne(organization));
                    } catch (RuntimeException e) {
                        tally.fail(e);
                    } finally {
                        free.release();
                    }
                });
            }
        }
        return tally.result();
    }

    private Outcome registerOne(ObjectNode organization) {
        String identifier = identifier(organization);
        if (identifier.isEmpty()) {
            return new Outcome.Refused("expected at least one identifier {scheme, id}");
        }
        Patience patience = new Patience(gateway.limits());
        while (true) {
            Reply reply = gateway.ask(gateway.to("/organizations")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", Gateway.key("catalogue:" + identifier))
                    .POST(BodyPublishers.ofString(organization.toString()))
                    .build());
            if (reply.ok()) {
                return new Outcome.Registered();
            }
            boolean otherBodyUnderTheKey = reply.status() == 422;
            if (reply.status() != 409 && !otherBodyUnderTheKey) {
                return new Outcome.Refused(reply.problem());
            }
            var there = lookup.organization(identifier);
            if (there.isPresent()) {
                return otherBodyUnderTheKey ? revise(there.get(), organization) : new Outcome.AlreadyThere();
            }
            if (otherBodyUnderTheKey || patience.pause(reply.retryAfter()).isNegative()) {
                return new Outcome.Refused(reply.problem());
            }
        }
    }

    private Outcome revise(String id, ObjectNode organization) {
        Reply now = gateway.ask(gateway.to("/organizations/" + id).GET().build());
        var tag = now.headers().firstValue("ETag");
        if (!now.ok() || tag.isEmpty()) {
            return new Outcome.Refused(now.problem());
        }
        Reply revised = gateway.ask(gateway.to("/organizations/" + id)
                .header("Content-Type", "application/json")
                .header("If-Match", tag.get())
                .PUT(BodyPublishers.ofString(organization.toString()))
                .build());
        return revised.ok() ? new Outcome.Revised() : new Outcome.Refused(revised.problem());
    }

    static String identifier(ObjectNode organization) {
        var first = organization.path("identifiers").path(0);
        String scheme = string(first, "scheme");
        String id = string(first, "id");
        return scheme.isEmpty() || id.isEmpty() ? "" : scheme + ":" + id;
    }

    private sealed interface Outcome {
        record Registered() implements Outcome {}

        record Revised() implements Outcome {}

        record AlreadyThere() implements Outcome {}

        record Refused(String why) implements Outcome {}
    }

    /** Counts from several threads. */
    private static final class Tally {

        private final Progress progress;
        private final List<String> firstRefused = new ArrayList<>();
        private long registered;
        private long revised;
        private long alreadyThere;
        private long refused;
        private @Nullable RuntimeException failure;

        Tally(Progress progress) {
            this.progress = progress;
        }

        synchronized void count(ObjectNode organization, Outcome outcome) {
            switch (outcome) {
                case Outcome.Registered() -> registered++;
                case Outcome.Revised() -> revised++;
                case Outcome.AlreadyThere() -> alreadyThere++;
                case Outcome.Refused(String why) -> {
                    refused++;
                    if (firstRefused.size() < SHOWN) {
                        firstRefused.add(identifier(organization) + ": " + why);
                    }
                }
            }
            long done = registered + revised + alreadyThere + refused;
            if (done % STEP == 0) {
                progress.step(String.format(Locale.ROOT, "organizations: %,d", done));
            }
        }

        synchronized void fail(RuntimeException e) {
            if (failure == null) {
                failure = e;
            }
        }

        synchronized boolean failed() {
            return failure != null;
        }

        synchronized Organizations result() {
            if (failure != null) {
                throw failure;
            }
            return new Organizations(registered, revised, alreadyThere, refused, List.copyOf(firstRefused));
        }
    }
}
