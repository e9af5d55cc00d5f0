package org.shuqiao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuqiao.contracts.page.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;

class PagesTest {
    private final List<UUID> list = Stream.generate(Ids::next).limit(5).toList();

    @Test
    void leadsThroughTheListFromPageToPage() {
        Page<UUID> first = page(null, 2);
        Page<UUID> second = page(first.next(), 2);
        Page<UUID> third = page(second.next(), 2);
        assertThat(first.items()).isEqualTo(list.subList(0, 2));
        assertThat(second.items()).isEqualTo(list.subList(2, 4));
        assertThat(third.items()).isEqualTo(list.subList(4, 5));
        assertThat(third.next()).isNull();
    }

    @Test
    void aPageThatHoldsAllThatIsLeftIsTheLast() {
        assertThat(page(null, 5)).isEqualTo(new Page<>(list, null));
        assertThat(page(Cursor.of(list.getLast()), 5)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void readsNoMoreThanOneItemBeyondThePage() {
        List<Integer> counts = new ArrayList<>();
        Pages.page(
                        null,
                        2,
                        (last, count) -> Flux.<UUID>empty().doOnSubscribe(_ -> counts.add(count)),
                        Function.identity())
                .block();
        assertThat(counts).containsExactly(3);
    }

    @Test
    void anAnswerLinksToTheNextPage() {
        ResponseEntity<Page<UUID>> answer = answer(null, 2);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        Page<UUID> page = answer.getBody();
        assertThat(page).isEqualTo(page(null, 2));
        assertThat(answer.getHeaders().get(HttpHeaders.LINK))
                .containsExactly("<./wares?city=CNSHA&after=" + page.next() + ">; rel=\"next\"");
    }

    @Test
    void theLastAnswerLinksNowhere() {
        ResponseEntity<Page<UUID>> answer = answer(Cursor.of(list.get(3)), 2);
        assertThat(answer.getBody()).isEqualTo(new Page<>(list.subList(4, 5), null));
        assertThat(answer.getHeaders().toSingleValueMap()).isEmpty();
    }

    @Test
    void refusesACursorThatTheListDidNotGive() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> page("1234567890", 2))
                .satisfies(p -> assertThat(p.slug()).isEqualTo("invalid-cursor"));
    }

    private Page<UUID> page(@Nullable String after, int size) {
        return Pages.page(after, size, this::after, Function.identity()).block();
    }

    private ResponseEntity<Page<UUID>> answer(@Nullable String after, int size) {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.get("http://x/wares?city=CNSHA"));
        return Pages.answer(exchange, after, size, this::after, Function.identity())
                .block();
    }

    private Flux<UUID> after(@Nullable UUID last, int count) {
        return Flux.fromIterable(list).skip(list.indexOf(last) + 1).take(count);
    }
}
