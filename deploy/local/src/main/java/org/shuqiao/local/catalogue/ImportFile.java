package org.shuqiao.local.catalogue;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.shuqiao.local.Progress;
import org.shuqiao.local.catalogue.ImportSummary.Counts;

/**
 * {@code deploy/import offers|demands FILE [--gateway URL]}: imports one file of JSON Lines or CSV, shows how far it is,
 * and goes on where it was when it is started again.
 *
 * <p>Ends with 0 where every line was taken, 1 where lines were refused, 2 where the import failed.
 */
public final class ImportFile {

    private static final String USAGE = "usage: deploy/import offers|demands FILE [--gateway URL]";

    private ImportFile() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), out, err, Limits.usual()));
    }

    static int run(List<String> args, PrintStream out, PrintStream err, Limits limits) {
        List<String> words = new ArrayList<>(args);
        URI gateway = URI.create("http://127.0.0.1:8080");
        int option = words.indexOf("--gateway");
        if (option >= 0 && option + 1 < words.size()) {
            try {
                gateway = URI.create(words.get(option + 1));
            } catch (IllegalArgumentException e) {
                err.println("expected a URL after --gateway, got " + words.get(option + 1));
                return 2;
            }
            words.subList(option, option + 2).clear();
        }
        if (words.size() != 2) {
            err.println(USAGE);
            return 2;
        }
        Kind kind;
        switch (words.getFirst()) {
            case "offers" -> kind = Kind.OFFERS;
            case "demands" -> kind = Kind.DEMANDS;
            default -> {
                err.println(USAGE);
                return 2;
            }
        }
        Path file = Path.of(words.getLast());
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            err.println("no readable file: " + file);
            return 2;
        }
        return send(kind, file, gateway, out::println, err, limits);
    }

    private static int send(Kind kind, Path file, URI address, Progress progress, PrintStream err, Limits limits) {
        try (Gateway gateway = new Gateway(address, limits)) {
            Lines body = Lines.of(file);
            Counts counts = new BulkImport(gateway, progress)
                    .send(kind, body, Catalogue.key("file:" + file.getFileName(), kind, body));
            Catalogue.tell(kind, counts, progress);
            return counts.refused() == 0 ? 0 : 1;
        } catch (CatalogueException | UncheckedIOException e) {
            err.println(e.getMessage());
            return 2;
        }
    }
}
