package org.shuqiao.local.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqiao.local.Progress;
import org.shuqiao.local.catalogue.Folder.DemandKey;
import org.shuqiao.local.catalogue.ImportSummary.Counts;
import org.shuqiao.local.catalogue.ImportSummary.Organizations;

/** A folder of organizations, offers and demands that can be brought into a running system. */
public final class Catalogue {

    private final String name;
    private final Folder folder;

    private Catalogue(String name, Folder folder) {
        this.name = name;
        this.folder = folder;
    }

    /**
     * Recognises the kind of a folder by its files.
     *
     * @throws CatalogueException where it is none of the kinds
     */
    public static Catalogue open(Path dir) {
        if (!Files.isDirectory(dir)) {
            throw new CatalogueException("no catalogue: " + dir + " is no folder");
        }
        String name = name(dir);
        Folder folder = BeirFolder.in(dir, name)
                .or(() -> NoticesFolder.in(dir))
                .or(() -> NativeFolder.in(dir))
                .orElseThrow(() -> new CatalogueException("no catalogue: expected in " + dir
                        + " organizations.jsonl with offers and demands (.jsonl or .csv), or corpus.jsonl with queries.jsonl, or"
                        + " notices.jsonl"));
        return new Catalogue(name, folder);
    }

    private static String name(Path dir) {
        try {
            Path last = dir.toRealPath().getFileName();
            return last == null ? "root" : last.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder's own name; keys and identifier schemes are made of it. */
    public String name() {
        return name;
    }

    /**
     * Registers the organizations, imports offers and demands, and waits until they can be found. Doing it again
     * changes nothing; doing it after it broke off goes on where it was.
     *
     * @param gateway e.g. {@code http://127.0.0.1:8080}
     * @throws CatalogueException where it cannot go on; single refusals are in the summary instead
     */
    public ImportSummary importInto(URI gateway, Progress progress) {
        return importInto(gateway, progress, Limits.usual());
    }

    ImportSummary importInto(URI address, Progress progress, Limits limits) {
        long start = System.nanoTime();
        progress.step("catalogue " + name + " (" + folder.kind() + ")");
        try (Gateway gateway = new Gateway(address, limits)) {
            Organizations organizations =
                    new RegisteringOrganizations(gateway).register(folder.organizations(), progress);
            progress.step("organizations: " + organizations.registered() + " registered, " + organizations.revised()
                    + " revised, " + organizations.alreadyThere() + " already there, " + organizations.refused()
                    + " refused");
            organizations.firstRefused().forEach(line -> progress.step("  refused " + line));

            BulkImport imports = new BulkImport(gateway, progress);
            Counts offers = send(imports, Kind.OFFERS, folder.offers(), progress);
            Counts demands = send(imports, Kind.DEMANDS, folder.demands(), progress);
            boolean searchable = new AwaitingIndex(gateway, progress)
                    .until(
                            offers.accepted(),
                            demands.accepted(),
                            demands.accepted() == 0 ? Optional.empty() : lastDemand());
            return new ImportSummary(
                    organizations, offers, demands, searchable, Duration.ofNanos(System.nanoTime() - start));
        } catch (UncheckedIOException e) {
            throw new CatalogueException("catalogue " + name + " cannot be read: " + Gateway.reason(e), e);
        }
    }

    private Counts send(BulkImport imports, Kind kind, Optional<Lines> lines, Progress progress) {
        if (lines.isEmpty()) {
            return Counts.NONE;
        }
        Lines body = lines.get();
        Counts counts = imports.send(kind, body, key("catalogue:" + name, kind, body));
        tell(kind, counts, progress);
        return counts;
    }

    /** The same bytes of the same catalogue have the same key. */
    static String key(String origin, Kind kind, Lines body) {
        return Gateway.key(kind.path + ":" + body.digest().substring(0, 32) + ":" + origin);
    }

    static void tell(Kind kind, Counts counts, Progress progress) {
        progress.step(kind.path + ": " + counts);
        counts.firstRefused().forEach(line -> progress.step("  refused " + line));
        if (counts.refused() > counts.firstRefused().size()
                && !counts.firstRefused().isEmpty()) {
            progress.step("  … and " + (counts.refused() - counts.firstRefused().size()) + " more");
        }
    }

    private Optional<DemandKey> lastDemand() {
        try (Stream<DemandKey> keys = folder.demandKeys()) {
            return keys.reduce((first, second) -> second);
        }
    }

    boolean hasOffers() {
        return folder.offers().isPresent();
    }

    /** The demands, those with must-haves first and else in their order; close the stream. */
    Stream<DemandKey> demandsForProof(int most) {
        try (Stream<DemandKey> strict =
                        folder.demandKeys().filter(DemandKey::hasMustHaves).limit(most);
                Stream<DemandKey> loose =
                        folder.demandKeys().filter(key -> !key.hasMustHaves()).limit(most)) {
            return Stream.concat(strict, loose).toList().stream();
        }
    }
}
