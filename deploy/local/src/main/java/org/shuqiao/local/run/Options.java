package org.shuqiao.local.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.shuqiao.local.process.StartFailure;

/**
 * What {@code deploy/run} was told.
 *
 * @param fresh forget what was stored
 * @param once end after the short list
 * @param catalogue a folder instead of the demo's
 * @param portOffset added to every port, 0–30000
 */
record Options(boolean fresh, boolean once, Optional<Path> catalogue, int portOffset) {

    private static final int HIGHEST_OFFSET = 30_000;

    /** Throws a one-line {@link StartFailure} for anything it does not know. */
    static Options parse(List<String> arguments) throws StartFailure {
        boolean fresh = false;
        boolean once = false;
        Optional<Path> catalogue = Optional.empty();
        int portOffset = 0;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--fresh" -> fresh = true;
                case "--once" -> once = true;
                case "--catalogue" -> catalogue = Optional.of(folder(value(argument, rest)));
                case "--port-offset" -> portOffset = offset(value(argument, rest));
                default -> throw new StartFailure("unknown option " + argument + "; --help lists the options");
            }
        }
        return new Options(fresh, once, catalogue, portOffset);
    }

    private static String value(String option, Iterator<String> rest) throws StartFailure {
        if (!rest.hasNext()) {
            throw new StartFailure(option + " needs a value; --help lists the options");
        }
        return rest.next();
    }

    private static Path folder(String value) throws StartFailure {
        Path folder = Path.of(value).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new StartFailure("--catalogue expects a folder, there is none at " + folder);
        }
        return folder;
    }

    private static int offset(String value) throws StartFailure {
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= HIGHEST_OFFSET) {
            return Integer.parseInt(value);
        }
        throw new StartFailure("--port-offset expects a number from 0 to " + HIGHEST_OFFSET + ", got " + value);
    }
}
