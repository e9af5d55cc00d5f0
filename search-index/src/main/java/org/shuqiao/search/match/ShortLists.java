package org.shuqiao.search.match;

import java.util.UUID;
import org.shuqiao.contracts.search.MatchesView;
import org.shuqiao.search.index.IndexGeneration;
import org.shuqiao.search.index.Kind;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Short lists as asked for: from the cache while the index stands as it stood, else computed. */
@Component
class ShortLists {
    private final Recommending recommending;
    private final IndexGeneration generation;
    private final RedisShortLists cache;
    private final JsonMapper json;

    ShortLists(Recommending recommending, IndexGeneration generation, RedisShortLists cache, JsonMapper json) {
        this.recommending = recommending;
        this.generation = generation;
        this.cache = cache;
        this.json = json;
    }

    /** The best counterparts, a {@link MatchesView} in JSON (UTF-8); empty when the offer or demand is unknown or not published. */
    Mono<byte[]> of(Kind kind, UUID id, int limit, Reader reader) {
        return Mono.zip(recommending.subject(kind, id), generation.current()).flatMap(both -> {
            Subject subject = both.getT1();
            String now = both.getT2();
            Mono<byte[]> computed =
                    recommending.counterparts(subject, limit, now, reader).map(json::writeValueAsBytes);
            if (now.equals(IndexGeneration.UNKNOWN)) {
                return computed;
            }
            String key = String.join(
                    ":",
                    now,
                    recommending.rankingVersion(),
                    kind.alias(),
                    subject.id(),
                    Long.toString(subject.version()),
                    Integer.toString(limit),
                    reader.key());
            return cache.get(key)
                    .switchIfEmpty(computed.flatMap(list -> cache.put(key, list).thenReturn(list)));
        });
    }
}
