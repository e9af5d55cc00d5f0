package org.shuqiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqiao.contracts.value.InvalidValue;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class CursorTest {
    @Test
    void readsWhatItWrote() {
        UUID id = Ids.next();
        assertThat(Cursor.id(Cursor.of(id))).isEqualTo(id);
        assertThat(Cursor.values(Cursor.of("上海", "", "7"), 3)).containsExactly("上海", "", "7");
        assertThat(Cursor.id(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "bm90LWEtdXVpZA", "_w", "1234567890"})
    void refusesWhatItDidNotWrite(String cursor) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Cursor.id(cursor))
                .satisfies(p -> assertThat(p.slug()).isEqualTo("invalid-cursor"))
                .satisfies(p -> assertThat(p.errors().getFirst().field()).isEqualTo("after"));
    }

    @Test
    void linksToTheNextPageOfTheSameRequest() {
        URI asked = URI.create("http://x/wares?city=CNSHA&after=old&name=%E4%B8%8A");
        String link =
                Cursor.link(MockServerHttpRequest.method(HttpMethod.GET, asked).build(), "new");
        assertThat(link).isEqualTo("<./wares?city=CNSHA&name=%E4%B8%8A&after=new>; rel=\"next\"");
        URI behindGateway = URI.create("http://x/api/wares?city=CNSHA").resolve(link.substring(1, link.indexOf('>')));
        assertThat(behindGateway).hasToString("http://x/api/wares?city=CNSHA&name=%E4%B8%8A&after=new");
    }

    @Test
    void capsThePage() {
        assertThat(PageSize.of(null, 20, 100)).isEqualTo(20);
        assertThat(PageSize.of(100, 20, 100)).isEqualTo(100);
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> PageSize.of(101, 20, 100))
                .satisfies(e -> assertThat(e.field()).isEqualTo("limit"));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> PageSize.of(0, 20, 100));
    }

    @Test
    void idsRise() {
        UUID first = Ids.next();
        UUID second = Ids.next();
        assertThat(first.version()).isEqualTo(7);
        assertThat(second.toString()).isGreaterThan(first.toString());
    }
}
