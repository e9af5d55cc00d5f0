package org.shuqiao.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuqiao.local.server.ServerAddresses;
import org.shuqiao.local.service.LocalSecrets;
import org.shuqiao.local.service.Service;
import org.shuqiao.local.service.ServiceEnvironment;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be held of {@code deploy/compose} where no image can be pulled. */
class ComposeTest {

    private static final Path ROOT = Path.of(System.getProperty("shuqiao.root"));
    private static final Path FOLDER = ROOT.resolve("deploy/compose");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)}");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^([A-Z_]+)=(.+)$");
    private static final ServerAddresses ANYWHERE = new ServerAddresses("u", "k", "p", 1, "u", "p", "r", 2);

    private static final LocalSecrets SECRETS = new LocalSecrets("s", "i", "g");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void declaresEveryVariableItUsesAndUsesEveryOneItDeclares() throws IOException {
        assertThat(found(VARIABLE, "compose.yaml")).isNotEmpty().isEqualTo(found(ASSIGNMENT, ".env.example"));
    }

    @Test
    void usesNoVariableInAnotherForm() throws IOException {
        String text = Files.readString(FOLDER.resolve("compose.yaml")).replaceAll("\\$\\$[A-Z_]+", "");

        assertThat(VARIABLE.matcher(text).replaceAll("")).doesNotContain("$");
    }

    @Test
    void dependsOnlyOnServicesThatAreThereAndSayWhenTheyAreHealthy() {
        services.forEach((name, service) -> {
            Map<String, Object> dependencies = map(service.getOrDefault("depends_on", Map.of()));
            dependencies.forEach((other, condition) -> {
                assertThat(services).as(name + " depends on " + other).containsKey(other);
                assertThat(services.get(other)).as(other).containsKey("healthcheck");
                assertThat(map(condition)).containsEntry("condition", "service_healthy");
            });
        });
    }

    /** The launcher's run is tried at every build; what it gives a service is what compose has to give. */
    @ParameterizedTest
    @EnumSource(Service.class)
    void givesAServiceTheVariablesALocalRunGivesIt(Service service) {
        Map<String, Object> environment = map(services.get(service.title()).get("environment"));

        assertThat(environment.keySet())
                .isEqualTo(ServiceEnvironment.of(service, ANYWHERE, 0, SECRETS).keySet());
        assertThat(environment)
                .containsEntry("SERVER_PORT", Integer.toString(service.port(0)))
                .allSatisfy((name, value) -> assertThat(value).as(name).isInstanceOf(String.class));
    }

    /** Every address in a service's environment is another container's name with the port it listens on. */
    @ParameterizedTest
    @EnumSource(Service.class)
    void givesAServiceAddressesOfContainers(Service service) {
        Map<String, Object> environment = map(services.get(service.title()).get("environment"));

        assertThat(environment)
                .containsEntry("SHUQIAO_SERVICES_PROFILE_URL", "http://profile:" + Service.PROFILE.port(0))
                .containsEntry("SHUQIAO_SERVICES_LISTING_URL", "http://listing:" + Service.LISTING.port(0))
                .containsEntry("SHUQIAO_SERVICES_SEARCH_URL", "http://search-index:" + Service.SEARCH_INDEX.port(0))
                .containsEntry("SHUQIAO_SERVICES_IDENTITY_URL", "http://identity:" + Service.IDENTITY.port(0));
        assertThat(services)
                .containsKey(host(environment.get("SHUQIAO_POSTGRES_HOST")))
                .containsKey(host(environment.get("SPRING_DATA_REDIS_HOST")))
                .containsKey(host(environment.get("SPRING_KAFKA_BOOTSTRAP_SERVERS")))
                .containsKey(host(environment.get("SPRING_ELASTICSEARCH_URIS")));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void buildsAServiceFromTheJarTheBuildMakes(Service service) {
        Map<String, Object> build = map(services.get(service.title()).get("build"));
        Path context = FOLDER.resolve(build.get("context").toString()).normalize();

        assertThat(context).isEqualTo(ROOT);
        assertThat(context.resolve(build.get("dockerfile").toString())).exists();
        assertThat(context.resolve(map(build.get("args")).get("JAR").toString()))
                .isEqualTo(service.jar(ROOT));
    }

    @Test
    void makesTheDatabasesTheServicesHave() throws IOException {
        String script = Files.readString(FOLDER.resolve("postgres/databases.sql"));

        Set<String> made = Pattern.compile("create database (\\w+);")
                .matcher(script)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(made)
                .isEqualTo(Arrays.stream(Service.values())
                        .flatMap(service -> service.database().stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    void keepsTheDataOfEveryServerInADeclaredVolume() throws IOException {
        Map<String, Object> declared = map(document().get("volumes"));

        for (String server : List.of("elasticsearch", "kafka", "postgres", "redis")) {
            List<?> mounts = (List<?>) services.get(server).get("volumes");
            assertThat(mounts.stream().map(mount -> mount.toString().replaceAll(":.*", "")))
                    .as(server)
                    .anyMatch(declared::containsKey);
        }
    }

    @Test
    void usesTheServersVersionsOfTheLocalRun() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String variables = Files.readString(FOLDER.resolve(".env.example"));

        assertThat(variables)
                .contains("ELASTICSEARCH_VERSION=" + version(pom, "elasticsearch.server.version") + "\n")
                .contains("KAFKA_VERSION=" + version(pom, "kafka.server.version") + "\n")
                .contains("POSTGRES_VERSION="
                        + version(pom, "postgres.server.version").replaceAll("\\..*", "") + "\n");
    }

    /** An image's short name, so that the engine's own settings say where it comes from. */
    @Test
    void namesNoRegistry() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.matches("\\s*(FROM|image:)\\s.*")) {
                        String image = line.strip().split("\\s+")[1];
                        assertThat(image.replaceAll("/.*", "")).as(line).doesNotContain(".io", ".co", ".com", ".net");
                    }
                }
            }
        }
    }

    private static String host(Object address) {
        return address.toString().replaceAll("^https?://", "").replaceAll(":.*", "");
    }

    private static String version(String pom, String property) {
        Matcher found =
                Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)<").matcher(pom);
        assertThat(found.find()).as(property).isTrue();
        return found.group(1);
    }

    private static Set<String> found(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, Object>> services() {
        try {
            return map(document().get("services")).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> map(entry.getValue())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> document() throws IOException {
        try (Reader in = Files.newBufferedReader(FOLDER.resolve("compose.yaml"))) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) value;
    }
}
