package org.shuqiao.search.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Organizations as they were when last read. Listings come by the hundred from few organizations, and whoever writes one
 * looks afterwards whether its organization is still the same ({@link Indexing}), so what is remembered may be out of date.
 */
@Component
class KnownOrganizations {
    private static final int MOST = 2_000;

    private final ElasticDocuments elastic;
    private final Cache<Key, OrganizationDocument> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param index which of several indices of organizations */
    private record Key(String index, String id) {}

    KnownOrganizations(ElasticDocuments elastic) {
        this.elastic = elastic;
    }

    /** Those that are known, by id; of what is not remembered as of this instant. */
    Mono<Map<String, OrganizationDocument>> of(Target target, Collection<String> ids) {
        Map<String, OrganizationDocument> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            OrganizationDocument remembered = known.getIfPresent(key(target, id));
            if (remembered == null) {
                missing.add(id);
            } else {
                found.put(id, remembered);
            }
        }
        return elastic.organizations(target, missing).map(read -> {
            read.forEach((id, organization) -> known.put(key(target, id), organization));
            found.putAll(read);
            return found;
        });
    }

    /** Has those read anew that are asked for next. */
    void forget(Target target, Collection<String> ids) {
        ids.forEach(id -> known.invalidate(key(target, id)));
    }

    private static Key key(Target target, String id) {
        return new Key(target.name(Kind.ORGANIZATIONS), id);
    }
}
