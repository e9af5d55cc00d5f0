package org.shuqiao.local.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shuqiao.local.LocalFolder;
import org.shuqiao.local.process.StartFailure;

/** Runs programs that refuse root as {@code nobody}; for any other user it changes nothing. */
final class Unprivileged {

    private static final String NOBODY = "nobody";

    private Unprivileged() {}

    /** The command that runs {@code command} without root's rights. */
    static List<String> command(List<String> command) throws StartFailure {
        if (!LocalFolder.isRoot()) {
            return command;
        }
        if (!Files.isExecutable(Path.of("/usr/bin/setpriv")) && !Files.isExecutable(Path.of("/bin/setpriv"))) {
            throw new StartFailure("root needs setpriv (package util-linux) to start servers that refuse root");
        }
        List<String> dropped = new ArrayList<>(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + group(), "--clear-groups", "--no-new-privs"));
        dropped.addAll(command);
        return dropped;
    }

    /** Gives a folder and all in it to the user {@link #command} runs as, and checks that this user can reach it. */
    static void own(Path folder) throws StartFailure, IOException {
        if (!LocalFolder.isRoot()) {
            return;
        }
        passable(folder);
        UserPrincipal nobody =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(path -> !Files.isSymbolicLink(path)).toList();
        }
        for (Path path : all) {
            Files.setOwner(path, nobody);
        }
    }

    private static void passable(Path folder) throws StartFailure, IOException {
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new StartFailure("As root, Elasticsearch and PostgreSQL run as " + NOBODY + ", who cannot enter "
                        + above + ": choose a data folder elsewhere");
            }
        }
    }

    private static String group() throws StartFailure {
        try {
            Process id = new ProcessBuilder("id", "-g", NOBODY)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (id.waitFor() != 0) {
                throw new StartFailure("there is no user " + NOBODY + ": " + answer.strip());
            }
            return answer.strip();
        } catch (IOException e) {
            throw new StartFailure("id could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }
}
