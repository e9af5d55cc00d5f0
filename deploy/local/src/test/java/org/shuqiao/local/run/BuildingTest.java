package org.shuqiao.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqiao.local.process.StartFailure;
import org.shuqiao.local.service.Service;

class BuildingTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path root;

    private Building building = new Building(Path.of("/"), Path.of("/"));

    @BeforeEach
    void everythingBuilt() throws IOException {
        write("pom.xml", LONG_AGO);
        for (String module : new String[] {"services/contracts", "services/messaging", "services/web"}) {
            write(module + "/pom.xml", LONG_AGO);
            write(module + "/src/main/java/A.java", LONG_AGO);
        }
        for (Service service : Service.values()) {
            write(service.module() + "/pom.xml", LONG_AGO);
            write(service.module() + "/src/main/java/A.java", LONG_AGO);
            write(root.relativize(service.jar(root)).toString(), LONG_AGO.plusSeconds(60));
        }
        foldersAreOld();
        building = new Building(root, Path.of("/"));
    }

    @Test
    void buildsNothingWhenEveryJarIsNewerThanItsSources() throws StartFailure {
        assertThat(building.missing()).isEmpty();
    }

    @Test
    void buildsAServiceWithoutAJar() throws Exception {
        Files.delete(Service.LISTING.jar(root));

        assertThat(building.missing()).containsExactly(Service.LISTING);
    }

    @Test
    void buildsAServiceWhoseSourceChanged() throws Exception {
        write("search-index/src/main/java/A.java", LONG_AGO.plusSeconds(120));

        assertThat(building.missing()).containsExactly(Service.SEARCH_INDEX);
    }

    @Test
    void buildsAServiceThatLostASource() throws Exception {
        write("gateway/src/main/java/B.java", LONG_AGO);
        foldersAreOld();
        assertThat(building.missing()).isEmpty();

        Files.delete(root.resolve("gateway/src/main/java/B.java"));

        assertThat(building.missing()).containsExactly(Service.GATEWAY);
    }

    @Test
    void buildsEveryServiceWhenWhatTheyShareChanged() throws Exception {
        write("services/contracts/src/main/java/A.java", LONG_AGO.plusSeconds(120));

        assertThat(building.missing()).containsExactly(Service.values());
    }

    @Test
    void ignoresTheTests() throws Exception {
        write("gateway/src/test/java/T.java", LONG_AGO.plusSeconds(120));
        Files.setLastModifiedTime(root.resolve("gateway/src"), FileTime.from(LONG_AGO));

        assertThat(building.missing()).isEmpty();
    }

    @Test
    void knowsFromTheLogWhichModulesAreDone() throws Exception {
        Path log = Files.writeString(root.resolve("build.log"), """
                [INFO] ----------------------< org.shuqiao:contracts >-----------------------
                [INFO] Building contracts 0.1.0-SNAPSHOT                                  [1/4]
                [INFO] Building jar: /clone/services/contracts/target/contracts.jar
                [INFO] Building profile 0.1.0-SNAPSHOT                                    [2/4]
                [INFO] Building listing 0.1.0-SNAPSHOT                                    [3/4]
                [INFO] Building jar: /clone/services/listing/target/listing.jar
                """);

        assertThat(Building.modulesLeft(log, EnumSet.allOf(Service.class))).containsExactly(Service.PROFILE);
    }

    private void write(String path, Instant time) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private void foldersAreOld() throws IOException {
        try (var folders = Files.walk(root)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                Files.setLastModifiedTime(folder, FileTime.from(LONG_AGO));
            }
        }
    }
}
