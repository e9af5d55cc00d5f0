package org.shuqiao.listing.intake;

import java.util.List;
import org.shuqiao.contracts.listing.ImportView;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.listing.ListingSettings;
import org.shuqiao.listing.lifecycle.ListingKind;
import org.shuqiao.web.Ids;
import org.shuqiao.web.StrictJson;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Imports a body of records, batch by batch, as fast as it comes and no faster than it is settled. An import is known by
 * its key: sending the body again goes on where the last settled batch ended, whoever stopped it then.
 */
@Component
class Importing {
    /** What became of it. */
    sealed interface Result {
        record Done(ImportView view) implements Result {}

        /** The key belongs to an import of something else. */
        record OtherImport(String key) implements Result {}

        /** The body differs from the one that was sent before with this key, within the records settled then. */
        record OtherBody(String key, long records) implements Result {}

        /** Another upload of the same import is running. */
        record Running(String key) implements Result {}
    }

    private static final class BodyDiffers extends RuntimeException {
        BodyDiffers() {
            super("another body under the same key", null, false, false);
        }
    }

    private final PostgresImports imports;
    private final SettlingBatch settling;
    private final StrictJson json;
    private final ListingSettings.Import settings;

    Importing(PostgresImports imports, SettlingBatch settling, StrictJson json, ListingSettings settings) {
        this.imports = imports;
        this.settling = settling;
        this.json = json;
        this.settings = settings.imports();
    }

    <C extends ListingContent, V extends ListingView> Mono<Result> run(
            ListingKind<C, V> kind, String key, boolean publish, RecordFormat format, Flux<DataBuffer> body) {
        ImportView.Kind kinds = kind == ListingKind.OFFER ? ImportView.Kind.offers : ImportView.Kind.demands;
        return imports.begin(Ids.next(), key, kinds, publish).flatMap(run -> {
            if (run.kind() != kinds || run.publish() != publish) {
                return Mono.just(new Result.OtherImport(key));
            }
            return settleAll(kind, run, format, body)
                    .then(Mono.defer(() -> imports.complete(run.id())))
                    .then(Mono.defer(() -> imports.find(run.id())))
                    .<Result>map(Result.Done::new)
                    .onErrorResume(SettlingBatch.Displaced.class, e -> Mono.just(new Result.Running(key)))
                    .onErrorResume(BodyDiffers.class, e -> Mono.just(new Result.OtherBody(key, run.records())));
        });
    }

    private <C extends ListingContent, V extends ListingView> Mono<Void> settleAll(
            ListingKind<C, V> kind, ImportRun run, RecordFormat format, Flux<DataBuffer> body) {
        return Mono.defer(() -> {
            int maxSize = (int) settings.recordSize().toBytes();
            RecordSplitter splitter = new RecordSplitter(format == RecordFormat.CSV, maxSize);
            ReadingRecords<C> reading = new ReadingRecords<>(format, kind.contentType(), json, maxSize);
            SkippingSettled<C> skipping = new SkippingSettled<>(run);
            long[] settled = {run.records()};
            return splitter.split(body)
                    .bufferUntil(new BatchBoundary(
                            settings.batch(), settings.batchSize().toBytes()))
                    // reading the next batch while the one before is being settled
                    .publishOn(Schedulers.parallel(), 1)
                    .map(batch -> skipping.rest(read(reading, batch)))
                    .filter(batch -> !batch.isEmpty())
                    // what came before a broken connection is settled; nothing is after a batch that was not
                    .concatMapDelayError(
                            batch -> settling.settle(kind, run, settled[0], batch)
                                    .doOnNext(now -> settled[0] = now),
                            false,
                            1)
                    .then(Mono.fromRunnable(skipping::atEnd));
        });
    }

    private static <C extends ListingContent> List<ParsedRecord<C>> read(
            ReadingRecords<C> reading, List<RawRecord> batch) {
        return batch.stream()
                .filter(record -> !reading.takesAsHeader(record))
                .map(reading::read)
                .toList();
    }

    /** Passes over what an earlier upload settled, and sees to it that it was the same. */
    private static final class SkippingSettled<C extends ListingContent> {
        private final ImportRun run;
        private long seen;

        SkippingSettled(ImportRun run) {
            this.run = run;
        }

        List<ParsedRecord<C>> rest(List<ParsedRecord<C>> batch) {
            long skip = Math.min(Math.max(run.records() - seen, 0), batch.size());
            if (skip > 0 && seen + skip == run.records()) {
                refuseUnlessSame(batch.get((int) skip - 1).chain());
            }
            seen += batch.size();
            if (seen > run.records() && run.status() == ImportView.Status.completed) {
                throw new BodyDiffers();
            }
            return batch.subList((int) skip, batch.size());
        }

        void atEnd() {
            if (seen < run.records()) {
                throw new BodyDiffers();
            }
        }

        private void refuseUnlessSame(Chain chain) {
            if (!chain.equals(run.chain())) {
                throw new BodyDiffers();
            }
        }
    }
}
