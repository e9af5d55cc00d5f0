package org.shuqiao.search.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.evaluate.CommandContext;
import org.shuqiao.search.evaluate.ScratchIndices;
import org.shuqiao.search.evaluate.Table;
import org.shuqiao.search.evaluate.TestSet;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.match.Ranking;
import org.shuqiao.search.metric.Measures;
import org.shuqiao.search.metric.PairedTest;
import org.shuqiao.search.rebuild.Feeds;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The command {@code learn-ranking --to FILE [--outcomes FILE] [--learn-on SHARE] [--only FEATURE,…] [DIR…]}: learns from the earlier outcomes,
 * says what that changes on the later ones, and writes the ranking.
 */
public final class LearnRanking {
    private static final String USAGE = "usage: learn-ranking --to FILE [--outcomes FILE] [--learn-on 0.7]"
            + " [--only FEATURE,…] [DIR…], each DIR in the BEIR layout with metadata.date in its queries";
    private static final double SHARE = 0.7;
    private static final double CHANCE = 0.05;

    private final Table table = new Table();
    private final List<TestSet> sets = new ArrayList<>();
    private @Nullable Path to;
    private @Nullable Path outcomes;
    private Set<String> only = Set.of();
    private double share = SHARE;

    private LearnRanking() {}

    /** Runs the command; 0 when a ranking was written, 1 when it could not be, 2 when it was called wrongly. */
    public static int run(String... args) {
        LearnRanking command = new LearnRanking();
        try {
            return command.understands(args) ? command.learn() : 2;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (Learning.TooLittle e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (CompletionException e) {
            System.err.println("Could not learn: " + (e.getCause() == null ? e : e.getCause()));
            return 1;
        } catch (IOException e) {
            System.err.println("Cannot write the ranking: " + e.getMessage());
            return 1;
        }
    }

    private boolean understands(String... args) {
        for (int i = 0; i < args.length; i++) {
            boolean hasValue = i + 1 < args.length;
            if (args[i].equals("--to") && hasValue) {
                to = Path.of(args[++i]);
            } else if (args[i].equals("--outcomes") && hasValue) {
                outcomes = Path.of(args[++i]);
            } else if (args[i].equals("--learn-on") && hasValue) {
                share = share(args[++i]);
            } else if (args[i].equals("--only") && hasValue) {
                only = Set.of(args[++i].split(",", -1));
            } else if (args[i].startsWith("--")) {
                System.err.println(USAGE);
                return false;
            } else {
                sets.add(TestSet.complete(Path.of(args[i])));
            }
        }
        if (to == null || sets.isEmpty() && outcomes == null) {
            System.err.println(USAGE);
            return false;
        }
        return true;
    }

    private static double share(String value) {
        try {
            double share = Double.parseDouble(value);
            if (share > 0 && share < 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("--learn-on: expected a share between 0 and 1, not " + value);
    }

    private int learn() throws IOException {
        List<Outcome> recorded = outcomes == null ? List.of() : LivingMarket.outcomes(outcomes);
        try (ConfigurableApplicationContext context = CommandContext.start("learn-ranking")) {
            Ranking inUse = context.getBean(Ranking.class);
            Learning.Learned learned =
                    context.getBean(Learning.class).learn(sources(context, recorded), inUse, fixed(inUse), share);
            report(learned);
            Files.writeString(
                    Objects.requireNonNull(to), learned.fitted().ranking().toJson());
            table.line("");
            table.line("written to " + to);
            return 0;
        }
    }

    /** All features but those to be learned, if some were named. */
    private Set<String> fixed(Ranking inUse) {
        Set<String> fixed = new HashSet<>(inUse.buyer().keySet());
        fixed.addAll(inUse.provider().keySet());
        if (!fixed.containsAll(only)) {
            throw new IllegalArgumentException(
                    "--only: expected features that have a weight, " + String.join(", ", new TreeSet<>(fixed)));
        }
        fixed.removeAll(only);
        return only.isEmpty() ? Set.of() : fixed;
    }

    private List<Source> sources(ApplicationContext context, List<Outcome> recorded) {
        ScratchIndices scratch = context.getBean(ScratchIndices.class);
        List<Source> sources = new ArrayList<>();
        if (outcomes != null) {
            sources.add(new LivingMarket(
                    outcomes, recorded, context.getBean(Feeds.class), context.getBean(Indexing.class), scratch));
        }
        sets.forEach(set -> sources.add(new DatedSet(set, scratch)));
        return sources;
    }

    private void report(Learning.Learned learned) {
        Ranking before = learned.before();
        Ranking after = learned.fitted().ranking();
        table.row("outcomes", "learned", "telling", "tested", "from");
        for (Learning.Part part : learned.parts()) {
            table.row(
                    part.source(), part.learned(), part.told(), part.tested(), part.from() == null ? "-" : part.from());
        }
        table.line("");
        table.line("strength of the penalty " + learned.fitted().strength() + ", slope "
                + Table.decimal(learned.fitted().slope(), 1));
        table.line("");
        table.row("feature", "known", "buyer", "learned", "provider", "learned");
        Set<String> features = new LinkedHashSet<>(before.buyer().keySet());
        features.addAll(before.provider().keySet());
        Map<String, Double> known = known(learned.parts());
        for (String feature : features) {
            table.row(
                    feature,
                    Table.decimal(known.getOrDefault(feature, 0.0), 3),
                    weight(before.buyer(), feature),
                    weight(after.buyer(), feature),
                    weight(before.provider(), feature),
                    weight(after.provider(), feature));
        }
        boolean better = false;
        for (Learning.Tested tested : learned.tested()) {
            table.line("");
            table.row(tested.source(), before.version(), "learned", "diff", "p");
            PairedTest ndcg = compared(tested, "nDCG@10", Measures::ndcg);
            compared(tested, "Recall@10", Measures::recall);
            compared(tested, "hit@10", Measures::hit);
            compared(tested, "MRR@10", Measures::reciprocalRank);
            better |= ndcg.difference() > 0 && ndcg.p() < CHANCE;
        }
        table.line("");
        table.line(
                after.version() + (better ? "" : ": no better by nDCG@10 than " + before.version() + " beyond chance"));
    }

    private PairedTest compared(Learning.Tested tested, String name, ToDoubleFunction<Measures> measure) {
        double[] before = tested.before().stream().mapToDouble(measure).toArray();
        double[] after = tested.after().stream().mapToDouble(measure).toArray();
        PairedTest test = PairedTest.of(before, after);
        table.row(
                "  " + name,
                Table.decimal(measure.applyAsDouble(Measures.mean(tested.before())), 3),
                Table.decimal(measure.applyAsDouble(Measures.mean(tested.after())), 3),
                Table.signed(test.difference(), 3),
                Table.decimal(test.p(), 4));
        return test;
    }

    /** Over all lists learned from. */
    private static Map<String, Double> known(List<Learning.Part> parts) {
        Map<String, Double> known = new LinkedHashMap<>();
        double lists = Math.max(1, parts.stream().mapToInt(Learning.Part::told).sum());
        for (Learning.Part part : parts) {
            part.known().forEach((feature, share) -> known.merge(feature, share * part.told() / lists, Double::sum));
        }
        return known;
    }

    private static String weight(Map<String, Double> weights, String feature) {
        Double weight = weights.get(feature);
        return weight == null ? "" : Table.decimal(weight, 3);
    }
}
