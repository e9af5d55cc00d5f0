package org.shuqiao.search.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.SearchIndexApplication;
import org.shuqiao.search.vector.Vectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The command {@code evaluate DIR… [--out DIR]}: measures every folder and prints a table. */
public final class Evaluation {
    private static final String USAGE = "usage: evaluate DIR… [--out DIR], each DIR in the BEIR layout";
    private static final String TAG = "shuqiao";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Evaluation() {}

    /** Runs the command; 0 when every folder was measured, 2 when it was called wrongly. */
    public static int run(String... args) {
        List<TestSet> sets = new ArrayList<>();
        @Nullable Path runs = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--out") && i + 1 < args.length) {
                runs = Path.of(args[++i]);
            } else if (args[i].startsWith("--")) {
                System.err.println(USAGE);
                return 2;
            } else {
                sets.add(new TestSet(Path.of(args[i])));
            }
        }
        if (sets.isEmpty()) {
            System.err.println(USAGE);
            return 2;
        }
        for (TestSet set : sets) {
            if (!set.missing().isEmpty()) {
                System.err.println(set.folder() + " has no " + String.join(", ", set.missing()));
                return 2;
            }
        }
        return new Evaluation().measure(sets, runs);
    }

    private int measure(List<TestSet> sets, @Nullable Path runs) {
        try (ConfigurableApplicationContext context = context()) {
            Evaluating evaluating = context.getBean(Evaluating.class);
            if (runs != null) {
                Files.createDirectories(runs);
            }
            row("set", "queries", "nDCG@10", "Recall@10", "hit@10", "MRR@10", "p50 ms", "p99 ms");
            for (TestSet set : sets) {
                Evaluating.Outcome outcome = evaluating.evaluate(set);
                Optional<String> trouble = context.getBean(Vectors.class).trouble();
                if (trouble.isPresent()) {
                    System.err.println("The model gives no vectors: " + trouble.get());
                    return 1;
                }
                if (runs != null) {
                    outcome.run().write(runs.resolve(outcome.name() + ".run"), TAG);
                }
                row(
                        outcome.name(),
                        Integer.toString(outcome.queries()),
                        decimal(outcome.mean().ndcg(), 3),
                        decimal(outcome.mean().recall(), 3),
                        decimal(outcome.mean().hit(), 3),
                        decimal(outcome.mean().reciprocalRank(), 3),
                        decimal(outcome.p50(), 1),
                        decimal(outcome.p99(), 1));
            }
            return 0;
        } catch (IOException e) {
            System.err.println("Cannot write the runs: " + e.getMessage());
            return 1;
        }
    }

    /** The application without its web server and its listeners, in a namespace of its own. */
    private static ConfigurableApplicationContext context() {
        return new SpringApplicationBuilder(SearchIndexApplication.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.config.name", "search-index",
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn",
                        "spring.kafka.admin.auto-create", "false",
                        "shuqiao.search.listen", "false",
                        "shuqiao.search.rebuild.on-start", "false",
                        "shuqiao.namespace", "evaluate-" + UUID.randomUUID() + "-"))
                .run();
    }

    private void row(String name, String... cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-24s", name));
        for (String cell : cells) {
            row.append(String.format(Locale.ROOT, " %9s", cell));
        }
        out.println(row);
    }

    private static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
