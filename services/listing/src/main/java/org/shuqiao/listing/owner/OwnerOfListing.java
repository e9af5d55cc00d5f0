package org.shuqiao.listing.owner;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.ProfileService;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.listing.ListingSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who owns a listing: looked up in what the events of the profile service have told, else asked of the service itself,
 * so that an organization can offer in the second after it registered.
 */
@Component
public class OwnerOfListing {
    private static final int PARALLEL_QUESTIONS = 8;

    /** The answer. */
    public sealed interface Owner {
        record Known(UUID id) implements Owner {}

        record Unknown() implements Owner {}

        /** It is known, but not in the role it would need. */
        record OtherRole(Role needed) implements Owner {}
    }

    private final PostgresOrganizations organizations;
    private final ProfileService profile;
    private final Duration timeout;

    OwnerOfListing(PostgresOrganizations organizations, ProfileService profile, ListingSettings settings) {
        this.organizations = organizations;
        this.profile = profile;
        this.timeout = settings.ownerTimeout();
    }

    /** The owner behind a reference. */
    public Mono<Owner> of(OrganizationReference reference, Role needed) {
        return ofAll(Set.of(reference), needed).map(owners -> owners.getOrDefault(reference, new Owner.Unknown()));
    }

    /** The organization behind a reference, whatever its roles. */
    public Mono<Owner> known(OrganizationReference reference) {
        return found(Set.of(reference)).map(found -> {
            KnownOrganization known = found.get(reference);
            return known == null ? new Owner.Unknown() : new Owner.Known(known.id());
        });
    }

    /** The owners behind several references. */
    public Mono<Map<OrganizationReference, Owner>> ofAll(Collection<OrganizationReference> references, Role needed) {
        return found(references).map(found -> inRole(found, needed));
    }

    private Mono<Map<OrganizationReference, KnownOrganization>> found(Collection<OrganizationReference> references) {
        return organizations.find(references).flatMap(known -> {
            Set<OrganizationReference> missing = new LinkedHashSet<>(references);
            missing.removeAll(known.keySet());
            return Flux.fromIterable(missing)
                    .flatMap(reference -> ask(reference).map(found -> Map.entry(reference, found)), PARALLEL_QUESTIONS)
                    .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                    .map(asked -> {
                        asked.putAll(known);
                        return asked;
                    });
        });
    }

    private static Map<OrganizationReference, Owner> inRole(
            Map<OrganizationReference, KnownOrganization> found, Role needed) {
        Map<OrganizationReference, Owner> owners = new HashMap<>();
        found.forEach((reference, organization) -> owners.put(
                reference,
                organization.roles().contains(needed)
                        ? new Owner.Known(organization.id())
                        : new Owner.OtherRole(needed)));
        return owners;
    }

    private Mono<KnownOrganization> ask(OrganizationReference reference) {
        UUID id = reference.id();
        Mono<OrganizationView> answer = id != null
                ? profile.organization(id)
                : profile.byIdentifier(reference.value())
                        .flatMapIterable(Page::items)
                        .next();
        return answer.timeout(timeout)
                .onErrorResume(
                        WebClientResponseException.class,
                        e -> e.getStatusCode() == HttpStatus.NOT_FOUND ? Mono.empty() : Mono.error(e))
                .flatMap(view -> {
                    KnownOrganization known = KnownOrganization.of(view);
                    return organizations.keep(known).thenReturn(known);
                });
    }
}
