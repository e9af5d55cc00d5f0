package org.shuqiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class VersionsTest {
    private static ServerHttpRequest change(String... ifMatch) {
        return MockServerHttpRequest.put("/wares/1").header("If-Match", ifMatch).build();
    }

    @Test
    void readsTheVersionItWrote() {
        assertThat(Versions.required(change(Versions.etag(42)))).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "*                    | 428",
                "3                    | 400",
                "\"3                  | 400",
                "\"3\", \"4\"         | 400",
                "\"a\"                | 412",
                "W/\"3\"              | 412",
                "\"0\"                | 412",
                "\"-1\"               | 412",
                "\"9999999999999999999999\" | 412"
            })
    void refusesWhatIsNoVersionOfItsOwn(String ifMatch, int status) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Versions.required(change(ifMatch)))
                .satisfies(p -> assertThat(p.status().value()).isEqualTo(status))
                .satisfies(p -> assertThat(p.errors().getFirst().field()).isEqualTo("If-Match"));
    }

    @Test
    void asksForAVersionWhereThereIsNone() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(
                        () -> Versions.required(MockServerHttpRequest.put("/").build()))
                .satisfies(p -> assertThat(p.status()).isEqualTo(HttpStatus.PRECONDITION_REQUIRED));
    }

    @Test
    void saysWhichVersionIsCurrent() {
        Problem stale = Versions.stale(3, 5);
        assertThat(stale.status()).isEqualTo(HttpStatus.PRECONDITION_FAILED);
        assertThat(stale.headers()).containsEntry("ETag", "\"5\"");
        assertThat(stale.members()).containsEntry("version", 5L);
    }
}
