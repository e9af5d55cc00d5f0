package org.shuqiao.identity.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqiao.testkit.TestServers;

class TextsTest {
    private static final Path RESOURCES = TestServers.root().resolve("services/identity/src/main/resources");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    static Stream<Arguments> translations() {
        return Stream.of("pages", "mails")
                .flatMap(bundle -> Stream.of(Language.values())
                        .filter(language -> language != Language.EN)
                        .map(language -> Arguments.of(bundle, language)));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void saysAllThatTheEnglishSays(String bundle, Language language) throws IOException {
        Properties english = read(bundle + ".properties");
        Properties translated = read(bundle + "_" + language.tag() + ".properties");
        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            String text = translated.getProperty(key);
            assertThat(text).as(key).isNotBlank();
            assertThat(places(text)).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void hasNoMarkThatTheFormatTakesForItself(String bundle, Language language) throws IOException {
        assertThat(read(bundle + "_" + language.tag() + ".properties").values())
                .allSatisfy(text -> assertThat(text.toString()).doesNotContain("'"));
    }

    @Test
    void hasEveryTextThatAPageNames() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> pages = Files.list(RESOURCES.resolve("templates"))) {
            for (Path page : pages.toList()) {
                Matcher matcher = Pattern.compile("#\\{([a-z.-]+)}").matcher(Files.readString(page));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(read("pages.properties").stringPropertyNames()).containsAll(named);
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
