package org.shuqiao.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/offers",
                "/offers/",
                "/offers/7?from=%E6%95%B0&x=//a",
                "/a.b/c-d_e~f",
                "/?next=https://x.example/"
            })
    void takesAPathOfThisOrigin(String path) {
        assertThat(ReturnTarget.parse(path)).contains(new ReturnTarget(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "/a\\b",
                "\\\\evil.example",
                "https://evil.example",
                "/%2f/evil.example",
                "/a b",
                "/a\tb",
                "/\t/evil.example",
                "/a#b",
                "/a?b#c",
                "/a?%zz",
                "/数",
                "a",
                ""
            })
    void takesNothingElse(String path) {
        assertThat(ReturnTarget.parse(path)).isEmpty();
    }

    @Test
    void goesToTheStartWhereNothingWasSaid() {
        assertThat(ReturnTarget.parse(null)).contains(new ReturnTarget("/"));
    }
}
