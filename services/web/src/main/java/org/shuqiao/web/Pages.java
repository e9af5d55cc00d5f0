package org.shuqiao.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.page.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A list in the order of ids, page by page. */
public final class Pages {
    private Pages() {}

    /** The list that is paged. */
    @FunctionalInterface
    public interface Items<T> {
        /** At most {@code count} items behind the one with the id {@code last}, from the first on where it is null. */
        Flux<T> after(@Nullable UUID last, int count);
    }

    /**
     * The page behind a cursor. One item more than it holds is read, to know whether there is a next page.
     *
     * @param after the cursor of the page before, as it came; null for the first page
     * @param size how many items a page holds, from {@link PageSize#of}
     */
    public static <T> Mono<Page<T>> page(@Nullable String after, int size, Items<T> items, Function<T, UUID> id) {
        return items.after(Cursor.id(after), size + 1).collectList().map(found -> {
            if (found.size() <= size) {
                return new Page<>(found, null);
            }
            List<T> shown = found.subList(0, size);
            return new Page<>(shown, Cursor.of(id.apply(shown.getLast())));
        });
    }

    /** {@link #page} as an answer, with the {@code Link} to the next page. */
    public static <T> Mono<ResponseEntity<Page<T>>> answer(
            ServerWebExchange exchange, @Nullable String after, int size, Items<T> items, Function<T, UUID> id) {
        return page(after, size, items, id)
                .map(page -> ok(exchange, page.next()).body(page));
    }

    /** 200, with the {@code Link} to the page after {@code next} where there is one. */
    public static ResponseEntity.BodyBuilder ok(ServerWebExchange exchange, @Nullable String next) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        return next == null ? answer : answer.header(HttpHeaders.LINK, Cursor.link(exchange.getRequest(), next));
    }
}
