package org.shuqiao.local.run;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqiao.local.catalogue.Catalogue;
import org.shuqiao.local.catalogue.CatalogueException;
import org.shuqiao.local.catalogue.ImportSummary;
import org.shuqiao.local.catalogue.Proof;
import org.shuqiao.local.process.StartFailure;

/** Brings a catalogue into the running system once, and shows that the system does its job with it. */
final class ShowingTheCatalogue {

    private static final String DEMO = "deploy/demo";

    private final Path folder;
    private final Path imported;
    private final Console console;

    ShowingTheCatalogue(Path root, Path data, Optional<Path> given, Console console) {
        this.folder = given.orElseGet(() -> root.resolve(DEMO));
        this.imported = data.resolve("imported");
        this.console = console;
    }

    /**
     * Imports the catalogue unless this data folder has it, then prints one demand with its short list.
     *
     * @return false when none of its demands has a match
     * @throws StartFailure when the catalogue cannot be read or the system does not take it
     */
    boolean importAndShow(URI gateway) throws StartFailure {
        try {
            Catalogue catalogue = Catalogue.open(folder);
            Path mark = imported.resolve(catalogue.name() + "-" + fingerprint());
            if (!Files.exists(mark)) {
                ImportSummary summary = importInto(catalogue, gateway);
                if (!summary.searchable()) {
                    throw new StartFailure(
                            "the catalogue was imported but cannot all be found yet: see the log of" + " search-index");
                }
                console.step(String.format(
                        Locale.ROOT, "imported in %.1f s", summary.took().toMillis() / 1e3));
                Files.createDirectories(imported);
                Files.createFile(mark);
            }
            console.out().println();
            try (Console.Waiting _ = console.waitingFor("asking for a short list")) {
                return new Proof(catalogue).print(gateway, console.out());
            }
        } catch (CatalogueException e) {
            throw new StartFailure("catalogue " + folder + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StartFailure("catalogue " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private ImportSummary importInto(Catalogue catalogue, URI gateway) {
        try (Console.Waiting _ = console.waitingFor("importing the catalogue")) {
            return catalogue.importInto(gateway, console);
        }
    }

    /** 16 hex digits of the folder's path and its files' names, sizes and times. */
    private String fingerprint() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        StringBuilder text = new StringBuilder(folder.toRealPath().toString());
        for (Path file : files) {
            text.append('\n')
                    .append(file.getFileName())
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
