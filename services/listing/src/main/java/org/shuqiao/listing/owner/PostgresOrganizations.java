package org.shuqiao.listing.owner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.contracts.value.OrganizationReference;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Known organizations in PostgreSQL. */
@Component
class PostgresOrganizations {
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    PostgresOrganizations(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Those of the references that are known. */
    Mono<Map<OrganizationReference, KnownOrganization>> find(Collection<OrganizationReference> references) {
        List<UUID> ids = new ArrayList<>();
        List<String> schemes = new ArrayList<>();
        List<String> identifiers = new ArrayList<>();
        for (OrganizationReference reference : references) {
            UUID id = reference.id();
            Identifier identifier = reference.identifier();
            if (id != null) {
                ids.add(id);
            } else if (identifier != null) {
                schemes.add(identifier.scheme());
                identifiers.add(identifier.id());
            }
        }
        Mono<Map<UUID, KnownOrganization>> byId = ids.isEmpty()
                ? Mono.just(Map.of())
                : database.sql("SELECT id, version, roles FROM known_organization WHERE id = ANY($1)")
                        .bind(0, ids.toArray(UUID[]::new))
                        .map(row -> known(
                                row.get("id", UUID.class),
                                row.get("version", Long.class),
                                row.get("roles", String[].class)))
                        .all()
                        .collectMap(KnownOrganization::id);
        Flux<Map.Entry<String, KnownOrganization>> byIdentifier = schemes.isEmpty()
                ? Flux.empty()
                : database.sql("""
                                SELECT i.scheme || ':' || i.identifier AS reference, o.id, o.version, o.roles
                                FROM unnest($1::text[], $2::text[]) AS asked (scheme, identifier)
                                JOIN known_identifier i USING (scheme, identifier)
                                JOIN known_organization o ON o.id = i.organization_id
                                """)
                        .bind(0, schemes.toArray(String[]::new))
                        .bind(1, identifiers.toArray(String[]::new))
                        .map(row -> Map.entry(
                                Objects.requireNonNull(row.get("reference", String.class)),
                                known(
                                        row.get("id", UUID.class),
                                        row.get("version", Long.class),
                                        row.get("roles", String[].class))))
                        .all();
        return byId.zipWith(byIdentifier.collectMap(Map.Entry::getKey, Map.Entry::getValue), (idMap, identifierMap) -> {
            Map<OrganizationReference, KnownOrganization> found = new HashMap<>();
            for (OrganizationReference reference : references) {
                UUID id = reference.id();
                KnownOrganization known = id != null ? idMap.get(id) : identifierMap.get(reference.value());
                if (known != null) {
                    found.put(reference, known);
                }
            }
            return found;
        });
    }

    /** Keeps what is known unless a later version is known already. */
    Mono<Void> keep(KnownOrganization organization) {
        Mono<Void> kept = database.sql("""
                        INSERT INTO known_organization (id, version, roles) VALUES ($1, $2, $3)
                        ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version, roles = EXCLUDED.roles
                        WHERE known_organization.version < EXCLUDED.version
                        """)
                .bind(0, organization.id())
                .bind(1, organization.version())
                .bind(2, organization.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .flatMap(changed -> changed == 0 ? Mono.empty() : replaceIdentifiers(organization));
        return transaction.transactional(kept);
    }

    private Mono<Void> replaceIdentifiers(KnownOrganization organization) {
        Mono<Void> forget = database.sql("DELETE FROM known_identifier WHERE organization_id = $1")
                .bind(0, organization.id())
                .then();
        List<Identifier> identifiers = organization.identifiers();
        if (identifiers.isEmpty()) {
            return forget;
        }
        Mono<Void> learn = database.sql("""
                        INSERT INTO known_identifier (scheme, identifier, organization_id)
                        SELECT scheme, identifier, $3 FROM unnest($1::text[], $2::text[]) AS i (scheme, identifier)
                        ON CONFLICT (scheme, identifier) DO UPDATE SET organization_id = EXCLUDED.organization_id
                        """)
                .bind(0, identifiers.stream().map(Identifier::scheme).toArray(String[]::new))
                .bind(1, identifiers.stream().map(Identifier::id).toArray(String[]::new))
                .bind(2, organization.id())
                .then();
        return forget.then(learn);
    }

    private static KnownOrganization known(@Nullable UUID id, @Nullable Long version, String @Nullable [] roles) {
        Set<Role> known = new HashSet<>();
        Arrays.stream(Objects.requireNonNull(roles)).map(Role::valueOf).forEach(known::add);
        return new KnownOrganization(Objects.requireNonNull(id), Objects.requireNonNull(version), known, List.of());
    }
}
