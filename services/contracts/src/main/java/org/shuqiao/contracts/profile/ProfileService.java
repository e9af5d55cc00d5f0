package org.shuqiao.contracts.profile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.page.Page;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** The profile service as other services call it. An unknown id answers 404. */
public interface ProfileService {
    @GetExchange("/organizations/{id}")
    Mono<OrganizationView> organization(@PathVariable UUID id);

    /** At most one organization has an identifier: {@code SCHEME:ID}. */
    @GetExchange("/organizations")
    Mono<Page<OrganizationView>> byIdentifier(@RequestParam String identifier);

    /** All organizations in a fixed order, {@code limit} from 1 to 1000 a page, from after a cursor. */
    @GetExchange("/feed/organizations")
    Mono<Page<OrganizationView>> feed(@RequestParam(required = false) @Nullable String after, @RequestParam int limit);
}
