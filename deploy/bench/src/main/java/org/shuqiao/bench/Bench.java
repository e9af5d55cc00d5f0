package org.shuqiao.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Entry point of {@code deploy/bench/run}. Properties: {@code bench.root} (the clone), {@code bench.data} (the data folder
 * of the run), {@code bench.offset} (of its ports), {@code bench.offers} (how many to import; 0 measures short lists
 * alone, on what is there).
 */
final class Bench {
    private static final int GATEWAY = 8080;
    private static final int ELASTICSEARCH = 19200;

    private Bench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("bench.root"));
        Path data = Path.of(System.getProperty("bench.data"));
        int offset = Integer.getInteger("bench.offset", 0);
        int count = Integer.getInteger("bench.offers", 100_000);
        Http gateway = new Http(URI.create("http://127.0.0.1:" + (GATEWAY + offset)));
        Http elastic = new Http(URI.create("http://127.0.0.1:" + (ELASTICSEARCH + offset)));
        SyntheticOffers offers = new SyntheticOffers(root.resolve("deploy/demo"));

        if (count > 0) {
            SyntheticOffers.registerProviders(gateway);
            new MeasuringImport(gateway, elastic, new Memory(data.resolve("run"))).run(offers, count);
            new MeasuringSearchable(gateway).run(offers, 200);
        }
        new MeasuringMatches(gateway, elastic, data.resolve("elasticsearch/logs")).run(1_000);
    }
}
