package org.shuqiao.listing.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.event.Event;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.listing.RefusedLine;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.listing.ListingSettings;
import org.shuqiao.listing.intake.PostgresBatches.Kept;
import org.shuqiao.listing.intake.PostgresBatches.Key;
import org.shuqiao.listing.intake.PostgresBatches.Row;
import org.shuqiao.listing.lifecycle.Happening;
import org.shuqiao.listing.lifecycle.ListingKind;
import org.shuqiao.listing.owner.OwnerOfListing;
import org.shuqiao.listing.owner.OwnerOfListing.Owner;
import org.shuqiao.messaging.Outbox;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Settles a batch of an import in one transaction: listings, their events, the refusals and the checkpoint, all or none.
 */
@Component
class SettlingBatch {
    private final OwnerOfListing owners;
    private final PostgresBatches batches;
    private final PostgresImports imports;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Duration defaultValidity;

    SettlingBatch(
            OwnerOfListing owners,
            PostgresBatches batches,
            PostgresImports imports,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock,
            ListingSettings settings) {
        this.owners = owners;
        this.batches = batches;
        this.imports = imports;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.defaultValidity = settings.defaultValidity();
    }

    /** The step was not made because another upload of the same import has made it. */
    static final class Displaced extends RuntimeException {
        Displaced() {
            super("another upload of this import is running", null, false, false);
        }
    }

    /** What the listings of a batch came to. */
    private record Tally(int created, int revised, int unchanged, List<RefusedLine> refused) {
        static final Tally NOTHING = new Tally(0, 0, 0, List.of());

        Tally plus(Tally other) {
            List<RefusedLine> all = new ArrayList<>(refused);
            all.addAll(other.refused);
            return new Tally(
                    created + other.created, revised + other.revised, unchanged + other.unchanged, List.copyOf(all));
        }
    }

    /**
     * Settles records that follow the first {@code before} of the import.
     *
     * @return the number of records settled then; an error {@link Displaced} when another upload was faster
     */
    <C extends ListingContent, V extends ListingView> Mono<Long> settle(
            ListingKind<C, V> kind, ImportRun run, long before, List<ParsedRecord<C>> batch) {
        Instant now = clock.instant();
        return withOwners(kind, batch).flatMap(records -> {
            List<ParsedRecord<C>> due = refuseWhatIsOver(kind, records, now);
            Mono<Long> step = Flux.fromIterable(withoutRepeats(due))
                    .concatMap(part -> keep(kind, part, run.publish(), now))
                    .reduce(Tally.NOTHING.plus(refusedIn(due)), Tally::plus)
                    .flatMap(tally -> advance(run, before, due, tally));
            return transaction.transactional(step);
        });
    }

    private <C extends ListingContent> Mono<Long> advance(
            ImportRun run, long before, List<ParsedRecord<C>> records, Tally tally) {
        long bytes = records.stream().mapToLong(record -> record.raw().size()).sum();
        Settled step = new Settled(
                before,
                records.size(),
                bytes,
                records.getLast().chain(),
                tally.created(),
                tally.revised(),
                tally.unchanged(),
                tally.refused());
        return imports.advance(run.id(), step)
                .flatMap(moved -> moved ? Mono.just(before + records.size()) : Mono.error(new Displaced()));
    }

    private <C extends ListingContent, V extends ListingView> Mono<List<ParsedRecord<C>>> withOwners(
            ListingKind<C, V> kind, List<ParsedRecord<C>> batch) {
        Set<OrganizationReference> references = batch.stream()
                .map(ParsedRecord::content)
                .filter(content -> content != null)
                .map(ListingContent::owner)
                .collect(Collectors.toSet());
        if (references.isEmpty()) {
            return Mono.just(batch);
        }
        return owners.ofAll(references, kind.ownerRole())
                .map(found -> batch.stream()
                        .map(record -> withOwner(kind, record, found))
                        .toList());
    }

    private static <C extends ListingContent> ParsedRecord<C> withOwner(
            ListingKind<C, ?> kind, ParsedRecord<C> record, Map<OrganizationReference, Owner> found) {
        C content = record.content();
        if (content == null) {
            return record;
        }
        String field = kind.ownerRole().name();
        String received = content.owner().value();
        return switch (found.getOrDefault(content.owner(), new Owner.Unknown())) {
            case Owner.Known known -> record.ownedBy(known.id());
            case Owner.Unknown _ -> record.refusedFor(new FieldError(field, "a registered organization", received));
            case Owner.OtherRole other ->
                record.refusedFor(new FieldError(field, "an organization in the role " + other.needed(), received));
        };
    }

    private <C extends ListingContent> List<ParsedRecord<C>> refuseWhatIsOver(
            ListingKind<C, ?> kind, List<ParsedRecord<C>> records, Instant now) {
        return records.stream()
                .map(record -> {
                    Instant end = record.content() == null ? null : kind.end(record.content());
                    return end == null || end.isAfter(now)
                            ? record
                            : record.refusedFor(
                                    new FieldError("validUntil", "an instant in the future", end.toString()));
                })
                .toList();
    }

    /** The accepted records in parts in which no listing comes twice; a later part revises an earlier one's. */
    private static <C extends ListingContent> List<List<ParsedRecord<C>>> withoutRepeats(
            List<ParsedRecord<C>> records) {
        List<List<ParsedRecord<C>>> parts = new ArrayList<>();
        Set<Key> seen = new HashSet<>();
        List<ParsedRecord<C>> part = new ArrayList<>();
        for (ParsedRecord<C> record : records) {
            Key key = key(record);
            if (key == null) {
                continue;
            }
            if (!seen.add(key)) {
                parts.add(part);
                part = new ArrayList<>();
                seen.clear();
                seen.add(key);
            }
            part.add(record);
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static <C extends ListingContent> @Nullable Key key(ParsedRecord<C> record) {
        C content = record.content();
        return content == null || content.reference() == null || record.owner() == null
                ? null
                : new Key(record.owner(), content.reference());
    }

    private static <C extends ListingContent> Tally refusedIn(List<ParsedRecord<C>> records) {
        List<RefusedLine> refused = new ArrayList<>();
        for (ParsedRecord<C> record : records) {
            if (record.refusal() != null) {
                refused.add(record.refusal());
            }
        }
        return new Tally(0, 0, 0, List.copyOf(refused));
    }

    private <C extends ListingContent, V extends ListingView> Mono<Tally> keep(
            ListingKind<C, V> kind, List<ParsedRecord<C>> part, boolean publish, Instant now) {
        Map<Key, ParsedRecord<C>> byKey = new HashMap<>();
        List<Row<C>> rows = new ArrayList<>(part.size());
        for (ParsedRecord<C> record : part) {
            Key key = key(record);
            C content = record.content();
            if (key != null && content != null) {
                Instant end = kind.end(content);
                rows.add(new Row<>(
                        key.owner(), key.reference(), content, end == null ? now.plus(defaultValidity) : end));
                byKey.put(key, record);
            }
        }
        // one order for all imports, so that two of them that touch the same listings cannot wait for each other
        rows.sort(Comparator.comparing((Row<C> row) -> row.owner()).thenComparing(Row::reference));
        return batches.keep(kind, rows, publish, now).collectList().flatMap(kept -> {
            Mono<Void> told = outbox.append(events(kind, kept));
            return told.then(tally(kind, byKey, kept));
        });
    }

    private static <C extends ListingContent, V extends ListingView> List<Event> events(
            ListingKind<C, V> kind, List<Kept<C, V>> kept) {
        List<Event> events = new ArrayList<>(kept.size());
        for (Kept<C, V> one : kept) {
            if (one.listing().status() == ListingStatus.published) {
                Happening happening = one.before() == ListingStatus.published ? Happening.REVISED : Happening.PUBLISHED;
                events.add(kind.event(happening, Ids.next(), one.listing()));
            }
        }
        return events;
    }

    private <C extends ListingContent, V extends ListingView> Mono<Tally> tally(
            ListingKind<C, V> kind, Map<Key, ParsedRecord<C>> byKey, List<Kept<C, V>> kept) {
        int created = (int) kept.stream().filter(one -> one.before() == null).count();
        Map<Key, ParsedRecord<C>> untouched = new HashMap<>(byKey);
        kept.forEach(one -> untouched.remove(new Key(
                one.listing().ownerId(), String.valueOf(one.listing().content().reference()))));
        if (untouched.isEmpty()) {
            return Mono.just(new Tally(created, kept.size() - created, 0, List.of()));
        }
        return batches.withdrawn(kind, List.copyOf(untouched.keySet()))
                .collect(Collectors.toSet())
                .map(withdrawn -> {
                    List<ParsedRecord<C>> refused = untouched.entrySet().stream()
                            .filter(record -> withdrawn.contains(record.getKey()))
                            .map(record -> record.getValue()
                                    .refusedFor(new FieldError(
                                            "reference",
                                            "one that was not withdrawn",
                                            record.getKey().reference())))
                            .toList();
                    return new Tally(created, kept.size() - created, untouched.size() - refused.size(), List.of())
                            .plus(refusedIn(refused));
                });
    }
}
