package org.shuqiao.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Started as a process of its own by {@link LeashTest}: holds two leashed commands until it is killed. */
final class Holder {

    private Holder() {}

    public static void main(String[] args) throws StartFailure, InterruptedException {
        Leash leash = Leash.of(Path.of(args[0]), Path.of(args[1]));
        // one that ends when told and has a child of its own, one that has to be killed
        leash.start("willing", List.of("/bin/sh", "-c", "sleep 600 & sleep 600"), Map.of(), ending());
        leash.start(
                "stubborn", List.of("/bin/sh", "-c", "trap '' TERM; while :; do sleep 600; done"), Map.of(), ending());
        Thread.sleep(600_000);
    }

    private static Leash.Ending ending() {
        return new Leash.Ending("TERM", Duration.ofSeconds(1));
    }
}
