package org.shuqiao.search.metric;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether two ways of ranking differ by more than chance, by the randomization test on the same queries (Smucker, Allan,
 * Carterette: "A comparison of statistical significance tests for information retrieval evaluation", CIKM 2007): if the two
 * were the same, each query's difference could as well have the other sign.
 *
 * @param difference mean of the second less mean of the first
 * @param p of a difference as great or greater in either direction, if both were the same; above 0 to 1
 */
public record PairedTest(double difference, double p) {
    static final int PERMUTATIONS = 10_000;
    private static final long SEED = 20_070_000L;

    /** Of so many queries that differ all signs are tried: not more ways than {@link #PERMUTATIONS}. */
    private static final int ALL = 13;

    private static final double ROUNDING = 1e-9;

    /**
     * The test over the values of the same queries in the same order. With up to {@value #ALL} that differ it is exact; else
     * {@value #PERMUTATIONS} assignments of signs are drawn, always the same, and the one observed counts among them
     * (Davison, Hinkley: "Bootstrap methods and their application", 1997, section 4.2.3).
     */
    public static PairedTest of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "expected as many values of both, not " + first.length + " and " + second.length);
        }
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = second[i] - first[i];
        }
        double observed = Arrays.stream(differences).sum();
        double[] counting =
                Arrays.stream(differences).filter(d -> Math.abs(d) > ROUNDING).toArray();
        double reached = Math.abs(observed) - ROUNDING;
        double p = counting.length <= ALL ? exact(counting, reached) : drawn(counting, reached);
        return new PairedTest(first.length == 0 ? 0 : observed / first.length, p);
    }

    private static double exact(double[] differences, double reached) {
        int ways = 1 << differences.length;
        int asGreat = 0;
        for (int signs = 0; signs < ways; signs++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            asGreat += Math.abs(sum) >= reached ? 1 : 0;
        }
        return (double) asGreat / ways;
    }

    private static double drawn(double[] differences, double reached) {
        SplittableRandom random = new SplittableRandom(SEED);
        int asGreat = 1;
        for (int permutation = 0; permutation < PERMUTATIONS; permutation++) {
            double sum = 0;
            long signs = 0;
            for (int i = 0; i < differences.length; i++) {
                if (i % Long.SIZE == 0) {
                    signs = random.nextLong();
                }
                sum += (signs & 1) == 0 ? differences[i] : -differences[i];
                signs >>>= 1;
            }
            asGreat += Math.abs(sum) >= reached ? 1 : 0;
        }
        return (double) asGreat / (PERMUTATIONS + 1);
    }
}
