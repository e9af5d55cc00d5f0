package org.shuqiao.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.thesaurus.PublishedAddition;
import org.shuqiao.messaging.EventCodec;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/** The other end of the wire to profile and listing: answers their feeds and what is asked of an organization over real HTTP from what a test gives it. */
public final class Peers {
    private static final Peers ONE = new Peers();
    private static final int PAGE_OF_ADDITIONS = 2;

    public final Map<UUID, OrganizationView> organizations = new ConcurrentSkipListMap<>();
    public final Map<UUID, OfferView> offers = new ConcurrentSkipListMap<>();
    public final Map<UUID, DemandView> demands = new ConcurrentSkipListMap<>();

    /** What was added to the thesaurus, in order; at most two a page, whatever is asked for. */
    public final List<PublishedAddition> additions = new CopyOnWriteArrayList<>();

    /** Runs before each page is answered, with the path. */
    public final AtomicReference<java.util.function.Consumer<String>> beforePage = new AtomicReference<>(path -> {});

    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .runOn(reactor.netty.resources.LoopResources.create("peers"))
            .handle((request, response) -> Mono.fromCallable(() -> answer(request))
                    .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic())
                    .flatMap(answer -> response.status(answer.isEmpty() ? 404 : 200)
                            .header("Content-Type", "application/json")
                            .sendString(Mono.just(answer))
                            .then()))
            .bindNow();

    private Peers() {}

    /** Those that all tests share. */
    public static Peers get() {
        return ONE;
    }

    /** New ones, for a search index of its own. */
    public static Peers another() {
        return new Peers();
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    private String answer(HttpServerRequest request) {
        var uri = UriComponentsBuilder.fromUriString(request.uri()).build();
        String path = String.valueOf(uri.getPath());
        beforePage.get().accept(path);
        if (path.startsWith("/organizations")) {
            String identifier = uri.getQueryParams().getFirst("identifier");
            return organization(
                    path, identifier == null ? null : URLDecoder.decode(identifier, StandardCharsets.UTF_8));
        }
        String after = uri.getQueryParams().getFirst("after");
        int limit = Integer.parseInt(String.valueOf(uri.getQueryParams().getFirst("limit")));
        Page<?> page =
                switch (path) {
                    case "/feed/organizations" -> page(organizations, after, limit);
                    case "/feed/offers" -> page(offers, after, limit);
                    case "/feed/demands" -> page(demands, after, limit);
                    case "/feed/thesaurus" -> additions(Long.parseLong(String.valueOf(after)));
                    default -> throw new IllegalArgumentException(path);
                };
        return EventCodec.eventMapper().writeValueAsString(page);
    }

    private Page<PublishedAddition> additions(long after) {
        List<PublishedAddition> page = additions.stream()
                .filter(addition -> addition.version() > after)
                .limit(PAGE_OF_ADDITIONS)
                .toList();
        boolean full = page.size() == PAGE_OF_ADDITIONS;
        return new Page<>(page, full ? Long.toString(page.getLast().version()) : null);
    }

    /** One by its id, or by the identifier {@code TEST:<id>}; empty when there is none. */
    private String organization(String path, @Nullable String identifier) {
        if (identifier != null) {
            OrganizationView known = organizations.get(UUID.fromString(identifier.substring("TEST:".length())));
            return EventCodec.eventMapper()
                    .writeValueAsString(new Page<>(known == null ? List.of() : List.of(known), null));
        }
        OrganizationView known = organizations.get(UUID.fromString(path.substring("/organizations/".length())));
        return known == null ? "" : EventCodec.eventMapper().writeValueAsString(known);
    }

    private static <T> Page<T> page(Map<UUID, T> all, @Nullable String after, int limit) {
        List<T> items = new ArrayList<>();
        String last = null;
        for (var entry : all.entrySet()) {
            if (after != null && entry.getKey().compareTo(UUID.fromString(after)) <= 0) {
                continue;
            }
            if (items.size() == limit) {
                return new Page<>(items, last);
            }
            items.add(entry.getValue());
            last = entry.getKey().toString();
        }
        return new Page<>(items, null);
    }
}
