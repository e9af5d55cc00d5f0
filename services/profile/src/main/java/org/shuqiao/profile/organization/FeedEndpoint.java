package org.shuqiao.profile.organization;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.web.Cursor;
import org.shuqiao.web.PageSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Every organization, for services that build their own view; the gateway does not route it. */
@Hidden
@RestController
class FeedEndpoint {
    private static final int MAX_PAGE = 1_000;

    private final PostgresOrganizations organizations;

    FeedEndpoint(PostgresOrganizations organizations) {
        this.organizations = organizations;
    }

    /** In the order of ids. An organization that is being registered meanwhile may be missed here; its event tells of it. */
    @GetMapping("/feed/organizations")
    Mono<Page<OrganizationView>> feed(@RequestParam(required = false) @Nullable String after, @RequestParam int limit) {
        int size = PageSize.of(limit, MAX_PAGE, MAX_PAGE);
        UUID from = Cursor.id(after);
        return organizations
                .find(OrganizationFilter.NONE, from, size)
                .collectList()
                .map(views -> new Page<>(
                        views,
                        views.size() < size ? null : Cursor.of(views.getLast().id())));
    }
}
