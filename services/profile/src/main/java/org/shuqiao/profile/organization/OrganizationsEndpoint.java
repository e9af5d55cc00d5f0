package org.shuqiao.profile.organization;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.access.Access;
import org.shuqiao.access.policy.PolicyGate;
import org.shuqiao.contracts.page.Page;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.OrganizationReference;
import org.shuqiao.contracts.value.UnLocode;
import org.shuqiao.profile.place.Zones;
import org.shuqiao.web.FieldError;
import org.shuqiao.web.IdempotencyKeys;
import org.shuqiao.web.PageSize;
import org.shuqiao.web.Pages;
import org.shuqiao.web.Problem;
import org.shuqiao.web.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Organizations by HTTP. */
@RestController
class OrganizationsEndpoint {
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;

    private final RegisteringOrganization registering;
    private final RevisingOrganization revising;
    private final PostgresOrganizations organizations;
    private final Zones zones;
    private final IdempotencyKeys keys;

    OrganizationsEndpoint(
            RegisteringOrganization registering,
            RevisingOrganization revising,
            PostgresOrganizations organizations,
            Zones zones,
            IdempotencyKeys keys) {
        this.registering = registering;
        this.revising = revising;
        this.organizations = organizations;
        this.zones = zones;
        this.keys = keys;
    }

    @ApiResponse(responseCode = "201", description = "Registered; with Location and ETag")
    @PostMapping(path = "/organizations", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<OrganizationView>> register(
            @RequestBody Organization organization, Access access, ServerWebExchange exchange) {
        Mono<ResponseEntity<OrganizationView>> registered = registering
                .register(organization, access)
                .map(result -> switch (result) {
                    case RegisteringOrganization.Result.Registered(OrganizationView view) ->
                        // relative to the request, so that it holds behind a gateway with a prefix
                        ResponseEntity.created(URI.create("organizations/" + view.id()))
                                .eTag(Versions.etag(view.version()))
                                .body(view);
                    case RegisteringOrganization.Result.IdentifierTaken(IdentifierOwner taken) ->
                        throw taken(organization, taken);
                    case RegisteringOrganization.Result.RoleReserved(Role role) -> throw reserved(organization, role);
                });
        return keys.once(exchange, organization, OrganizationView.class, registered);
    }

    @GetMapping("/organizations/{id}")
    Mono<ResponseEntity<OrganizationView>> read(@PathVariable UUID id) {
        return organizations.find(id).map(OrganizationsEndpoint::ok).switchIfEmpty(Mono.error(() -> notFound(id)));
    }

    @PutMapping(path = "/organizations/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<OrganizationView>> revise(
            @PathVariable UUID id, @RequestBody Organization organization, Access access, ServerWebExchange exchange) {
        long version = Versions.required(exchange.getRequest());
        return revising.revise(id, version, organization, access).map(result -> switch (result) {
            case RevisingOrganization.Result.Revised(OrganizationView view) -> ok(view);
            case RevisingOrganization.Result.Unchanged(OrganizationView view) -> ok(view);
            case RevisingOrganization.Result.NotFound(UUID missing) -> throw notFound(missing);
            case RevisingOrganization.Result.Stale(long expected, long current) ->
                throw Versions.stale(expected, current);
            case RevisingOrganization.Result.IdentifierTaken(IdentifierOwner taken) -> throw taken(organization, taken);
            case RevisingOrganization.Result.NotAllowed() -> throw PolicyGate.notAllowed();
            case RevisingOrganization.Result.RoleReserved(Role role) -> throw reserved(organization, role);
        });
    }

    @GetMapping("/organizations")
    Mono<ResponseEntity<Page<OrganizationView>>> find(
            @RequestParam(required = false) @Nullable String identifier,
            @RequestParam(required = false) @Nullable UnLocode city,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            ServerWebExchange exchange) {
        int size = PageSize.of(limit, PAGE, MAX_PAGE);
        OrganizationFilter filter = new OrganizationFilter(identifier(identifier), city, known(zone), role);
        return Pages.answer(
                exchange, after, size, (last, count) -> organizations.find(filter, last, count), OrganizationView::id);
    }

    private static ResponseEntity<OrganizationView> ok(OrganizationView view) {
        return ResponseEntity.ok().eTag(Versions.etag(view.version())).body(view);
    }

    /** {@code SCHEME:ID} in canonical form. */
    private static @Nullable Identifier identifier(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Identifier identifier = new OrganizationReference(text).identifier();
            if (identifier != null) {
                return OrganizationPolicy.checked("", identifier);
            }
        } catch (InvalidValue e) {
            throw new InvalidValue("identifier", e.expected(), text);
        }
        throw new InvalidValue("identifier", "an identifier as SCHEME:ID", text);
    }

    private @Nullable String known(@Nullable String zone) {
        if (zone != null && !zones.ids().contains(zone)) {
            throw new InvalidValue("zone", "one of " + String.join(", ", zones.ids()), zone);
        }
        return zone;
    }

    private static Problem notFound(UUID id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "organization-not-found",
                "There is no organization with this id.",
                List.of(new FieldError("id", "the id of a registered organization", id.toString())));
    }

    private static Problem reserved(Organization said, Role role) {
        return new Problem(
                        HttpStatus.FORBIDDEN,
                        "role-reserved",
                        "Only the operator gives an organization the role " + role + ".",
                        List.of(new FieldError(
                                "roles[" + said.roles().indexOf(role) + "]", "provider or buyer", role.name())))
                .arguments(role.name());
    }

    /** Carries the id of the organization that has the identifier, so that an importer can go on with it. */
    private static Problem taken(Organization said, IdentifierOwner taken) {
        int index = 0;
        for (int i = 0; i < said.identifiers().size(); i++) {
            Identifier identifier =
                    OrganizationPolicy.checked("identifiers", said.identifiers().get(i));
            if (identifier.toString().equals(taken.identifier().toString())) {
                index = i;
            }
        }
        String identifier = taken.identifier().toString();
        return new Problem(
                        HttpStatus.CONFLICT,
                        "identifier-taken",
                        "Another organization is registered with the identifier " + identifier + ".",
                        List.of(new FieldError(
                                "identifiers[" + index + "]", "an identifier of no other organization", identifier)))
                .arguments(identifier)
                .with("organization", taken.organization());
    }
}
