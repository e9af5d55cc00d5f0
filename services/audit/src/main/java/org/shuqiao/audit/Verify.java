package org.shuqiao.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqiao.audit.chain.BadInput;
import org.shuqiao.audit.chain.Checkpoint;
import org.shuqiao.audit.chain.CheckpointKeys;
import org.shuqiao.audit.chain.ExportCheck;

/**
 * {@code java -cp 'audit.jar:verifier/*' org.shuqiao.audit.Verify FILE [--checkpoint FILE]... [--key FILE]}: whether an
 * exported log holds together, agrees with checkpoints that were kept elsewhere, and whose checkpoints are signed by the
 * key. {@code -} as the first file is the standard input. Says one line; exit code 0: it holds, 1: it does not, and the
 * line names the first fault, 2: it could not be read, and the line says why.
 */
public final class Verify {
    static final int HOLDS = 0;
    static final int FAILS = 1;
    static final int UNREADABLE = 2;

    private static final String USAGE = "usage: Verify FILE [--checkpoint FILE]... [--key FILE]";

    private Verify() {}

    public static void main(String... arguments) {
        System.exit(run(arguments, System.in, System.out, System.err));
    }

    static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
        try {
            return print(verdict(Asked.of(arguments), in), out);
        } catch (BadInput e) {
            err.println(e.getMessage());
        } catch (NoSuchFileException e) {
            err.println("no such file: " + e.getFile());
        } catch (IOException | InvalidPathException e) {
            err.println("cannot be read: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        return UNREADABLE;
    }

    private record Asked(
            String file, List<Path> checkpoints, @Nullable Path key) {
        static Asked of(String[] arguments) throws BadInput {
            String file = null;
            Path key = null;
            List<Path> checkpoints = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                boolean option = arguments[i].startsWith("--");
                if (option && i + 1 == arguments.length) {
                    throw new BadInput(USAGE);
                }
                if (arguments[i].equals("--checkpoint")) {
                    checkpoints.add(Path.of(arguments[++i]));
                } else if (arguments[i].equals("--key") && key == null) {
                    key = Path.of(arguments[++i]);
                } else if (!option && file == null) {
                    file = arguments[i];
                } else {
                    throw new BadInput(USAGE);
                }
            }
            if (file == null) {
                throw new BadInput(USAGE);
            }
            return new Asked(file, checkpoints, key);
        }
    }

    private record Answer(ExportCheck.Verdict verdict, boolean signatures) {}

    private static Answer verdict(Asked asked, InputStream in) throws BadInput, IOException {
        CheckpointKeys keys = asked.key == null ? null : keys(asked.key);
        List<Checkpoint> given = new ArrayList<>();
        for (Path file : asked.checkpoints) {
            try (InputStream checkpoints = Files.newInputStream(file)) {
                given.addAll(ExportCheck.checkpoints(checkpoints, file.toString()));
            }
        }
        if (asked.file.equals("-")) {
            return new Answer(new ExportCheck(in, "standard input", given, keys).verdict(), keys != null);
        }
        try (InputStream export = Files.newInputStream(Path.of(asked.file))) {
            return new Answer(new ExportCheck(export, asked.file, given, keys).verdict(), keys != null);
        }
    }

    private static CheckpointKeys keys(Path file) throws BadInput, IOException {
        try {
            return CheckpointKeys.of(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new BadInput(file + ": " + e.getMessage());
        }
    }

    private static int print(Answer answer, PrintStream out) {
        switch (answer.verdict()) {
            case ExportCheck.Fails(var fault) -> {
                out.println(fault);
                return FAILS;
            }
            case ExportCheck.Holds holds -> {
                String covered = holds.checkpoints() == 0
                        ? "no checkpoint"
                        : "checkpoints: " + holds.checkpoints() + " to entry " + holds.covered()
                                + (answer.signatures() ? ", signed" : ", signatures not checked");
                out.println("holds: entries " + holds.from() + " to " + holds.to() + ", last hash " + holds.hash()
                        + ", " + covered);
                return HOLDS;
            }
        }
    }
}
