package org.shuqiao.search.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.evaluate.Evaluating.Outcome;
import org.shuqiao.search.match.Ranking;
import org.shuqiao.search.metric.Measures;
import org.shuqiao.search.metric.PairedTest;
import org.shuqiao.search.vector.Vectors;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The command {@code evaluate DIR… [--ranking FILE] [--stages] [--out DIR]}: measures every folder by the ranking in use or
 * that of a file, or stage by stage, and prints a table.
 */
public final class Evaluation {
    private static final String USAGE =
            "usage: evaluate DIR… [--ranking FILE] [--stages] [--out DIR], each DIR in the BEIR layout";
    private static final String TAG = "shuqiao";
    private static final List<ToDoubleFunction<Measures>> TESTED =
            List.of(Measures::ndcg, Measures::recall, Measures::hit);

    private final Table table = new Table();
    private final List<TestSet> sets = new ArrayList<>();
    private @Nullable Ranking ranking;
    private @Nullable Path runs;
    private boolean inStages;

    private Evaluation() {}

    /** Runs the command; 0 when every folder was measured, 1 when something failed, 2 when it was called wrongly. */
    public static int run(String... args) {
        Evaluation evaluation = new Evaluation();
        try {
            return evaluation.understands(args) ? evaluation.measure() : 2;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            System.err.println("Cannot write the runs: " + e.getMessage());
            return 1;
        }
    }

    private boolean understands(String... args) {
        for (int i = 0; i < args.length; i++) {
            boolean hasValue = i + 1 < args.length;
            if (args[i].equals("--out") && hasValue) {
                runs = Path.of(args[++i]);
            } else if (args[i].equals("--ranking") && hasValue) {
                ranking = Ranking.at(args[++i]);
            } else if (args[i].equals("--stages")) {
                inStages = true;
            } else if (args[i].startsWith("--")) {
                System.err.println(USAGE);
                return false;
            } else {
                sets.add(TestSet.complete(Path.of(args[i])));
            }
        }
        if (sets.isEmpty()) {
            System.err.println(USAGE);
            return false;
        }
        return true;
    }

    private int measure() throws IOException {
        if (runs != null) {
            Files.createDirectories(runs);
        }
        try (ConfigurableApplicationContext context = CommandContext.start("evaluate")) {
            Evaluating evaluating = context.getBean(Evaluating.class);
            Ranking inUse = context.getBean(Ranking.class);
            if (inStages) {
                stages(evaluating, Stage.of(inUse, ranking));
            } else {
                once(evaluating, ranking == null ? inUse : ranking);
            }
            Optional<String> trouble = context.getBean(Vectors.class).trouble();
            trouble.ifPresent(what -> System.err.println("The model gives no vectors: " + what));
            return trouble.isPresent() ? 1 : 0;
        }
    }

    private void once(Evaluating evaluating, Ranking by) throws IOException {
        table.row("set", "queries", "nDCG@10", "Recall@10", "hit@10", "MRR@10", "p50 ms", "p99 ms");
        for (TestSet set : sets) {
            Outcome outcome = evaluating.evaluate(set, List.of(by)).getFirst();
            write(outcome, outcome.name());
            table.row(
                    outcome.name(),
                    outcome.measures().size(),
                    Table.decimal(outcome.mean().ndcg(), 3),
                    Table.decimal(outcome.mean().recall(), 3),
                    Table.decimal(outcome.mean().hit(), 3),
                    Table.decimal(outcome.mean().reciprocalRank(), 3),
                    Table.decimal(outcome.p50(), 1),
                    Table.decimal(outcome.p99(), 1));
        }
    }

    private void stages(Evaluating evaluating, List<Stage> stages) throws IOException {
        table.line(
                "Each stage is compared with the one above it: mean difference, and p of a paired randomization test.");
        for (TestSet set : sets) {
            List<Outcome> outcomes =
                    evaluating.evaluate(set, stages.stream().map(Stage::ranking).toList());
            table.line("");
            table.row(
                    set.name() + ", " + outcomes.getFirst().measures().size(),
                    "nDCG@10",
                    "diff",
                    "p",
                    "Recall@10",
                    "diff",
                    "p",
                    "hit@10",
                    "diff",
                    "p");
            for (int i = 0; i < stages.size(); i++) {
                Outcome outcome = outcomes.get(i);
                write(outcome, outcome.name() + "-" + (i + 1));
                table.row("  " + stages.get(i).name(), cells(i == 0 ? null : outcomes.get(i - 1), outcome));
            }
        }
    }

    /** What each measure is, and how it differs from {@code before}. */
    private static Object[] cells(@Nullable Outcome before, Outcome after) {
        List<String> cells = new ArrayList<>();
        for (ToDoubleFunction<Measures> measure : TESTED) {
            cells.add(Table.decimal(measure.applyAsDouble(after.mean()), 3));
            if (before == null) {
                cells.add("");
                cells.add("");
            } else {
                PairedTest test = PairedTest.of(before.each(measure), after.each(measure));
                cells.add(Table.signed(test.difference(), 3));
                cells.add(Table.decimal(test.p(), 4));
            }
        }
        return cells.toArray();
    }

    private void write(Outcome outcome, String name) throws IOException {
        if (runs != null) {
            outcome.run().write(runs.resolve(name + ".run"), TAG);
        }
    }
}
