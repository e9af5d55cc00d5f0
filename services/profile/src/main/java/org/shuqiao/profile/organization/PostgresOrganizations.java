package org.shuqiao.profile.organization;

import static org.shuqiao.web.PostgresRows.present;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.OrganizationView.Verification;
import org.shuqiao.contracts.value.Identifier;
import org.shuqiao.messaging.EventCodec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Organizations in PostgreSQL: a row with the document, and a row for each identifier. */
@Component
class PostgresOrganizations {
    private static final String COLUMNS =
            "o.id, o.version, o.verification, o.created_at, o.updated_at, o.content::text AS content";

    private final DatabaseClient database;
    private final JsonMapper json = EventCodec.eventMapper();

    PostgresOrganizations(DatabaseClient database) {
        this.database = database;
    }

    Mono<OrganizationView> find(UUID id) {
        return database.sql("SELECT " + COLUMNS + " FROM organization o WHERE o.id = $1")
                .bind(0, id)
                .map(this::read)
                .one();
    }

    /** At most {@code limit} organizations in the order of their ids, which is that of their registration, after {@code after}. */
    Flux<OrganizationView> find(OrganizationFilter filter, @Nullable UUID after, int limit) {
        List<Condition> conditions = new ArrayList<>();
        if (after != null) {
            conditions.add(new Condition("o.id > :after", "after", after));
        }
        if (filter.city() != null) {
            conditions.add(new Condition("o.city = :city", "city", filter.city().value()));
        }
        if (filter.zone() != null) {
            conditions.add(new Condition("o.zone = :zone", "zone", filter.zone()));
        }
        if (filter.role() != null) {
            conditions.add(new Condition(
                    "o.roles @> ARRAY[:role]::text[]", "role", filter.role().name()));
        }
        Identifier identifier = filter.identifier();
        if (identifier != null) {
            conditions.add(new Condition("i.scheme = :scheme", "scheme", identifier.scheme()));
            conditions.add(new Condition("i.id = :identifier", "identifier", identifier.id()));
        }
        String from = identifier == null
                ? "organization o"
                : "organization_identifier i JOIN organization o ON o.id = i.organization_id";
        String where = conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND "));
        var select = database.sql("SELECT " + COLUMNS + " FROM " + from + (where.isEmpty() ? "" : " WHERE " + where)
                        + " ORDER BY o.id LIMIT :limit")
                .bind("limit", limit);
        for (Condition condition : conditions) {
            select = select.bind(condition.parameter(), condition.value());
        }
        return select.map(this::read).all();
    }

    private record Condition(String sql, String parameter, Object value) {}

    /**
     * Takes identifiers for an organization. Empty when all of them are its own now; else the first that another one has, and
     * none was taken. Waits for transactions that take or give up the same ones.
     */
    Mono<IdentifierOwner> claim(UUID organization, List<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                        INSERT INTO organization_identifier (scheme, id, organization_id)
                        SELECT scheme, id, $3 FROM unnest($1::text[], $2::text[]) AS claimed (scheme, id)
                        ON CONFLICT DO NOTHING
                        RETURNING scheme, id
                        """)
                .bind(0, schemes(identifiers))
                .bind(1, ids(identifiers))
                .bind(2, organization)
                .map(row -> Identifier.of(present(row, "scheme", String.class), present(row, "id", String.class)))
                .all()
                .collectList()
                .flatMap(claimed -> ownedByAnother(organization, identifiers)
                        .flatMap(taken -> giveUp(claimed).thenReturn(taken)));
    }

    private Mono<IdentifierOwner> ownedByAnother(UUID organization, List<Identifier> identifiers) {
        return database.sql("""
                        SELECT i.scheme, i.id, i.organization_id
                        FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS claimed (scheme, id, position)
                        JOIN organization_identifier i USING (scheme, id)
                        WHERE i.organization_id <> $3 ORDER BY position LIMIT 1
                        """)
                .bind(0, schemes(identifiers))
                .bind(1, ids(identifiers))
                .bind(2, organization)
                .map(row -> new IdentifierOwner(
                        Identifier.of(present(row, "scheme", String.class), present(row, "id", String.class)),
                        present(row, "organization_id", UUID.class)))
                .one();
    }

    private Mono<Void> giveUp(List<Identifier> claimed) {
        return database.sql("""
                        DELETE FROM organization_identifier
                        WHERE (scheme, id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
                        """).bind(0, schemes(claimed)).bind(1, ids(claimed)).then();
    }

    /** Gives up the organization's identifiers other than {@code kept}. */
    Mono<Void> release(UUID organization, List<Identifier> kept) {
        return database.sql("""
                        DELETE FROM organization_identifier
                        WHERE organization_id = $3 AND (scheme, id) NOT IN (SELECT * FROM unnest($1::text[], $2::text[]))
                        """)
                .bind(0, schemes(kept))
                .bind(1, ids(kept))
                .bind(2, organization)
                .then();
    }

    Mono<Void> insert(OrganizationView view) {
        return write(view, """
                INSERT INTO organization
                    (id, version, verification, created_at, updated_at, city, zone, roles, content)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb)
                """);
    }

    /** Writes a version over the one before it; call it with the row locked. */
    Mono<Void> update(OrganizationView view) {
        return write(view, """
                UPDATE organization SET version = $2, verification = $3, created_at = $4, updated_at = $5,
                    city = $6, zone = $7, roles = $8, content = $9::jsonb
                WHERE id = $1
                """);
    }

    private Mono<Void> write(OrganizationView view, String sql) {
        Organization organization = view.organization();
        var write = database.sql(sql)
                .bind(0, view.id())
                .bind(1, view.version())
                .bind(2, view.verification().name())
                .bind(3, view.createdAt())
                .bind(4, view.updatedAt());
        write = organization.city() == null
                ? write.bindNull(5, String.class)
                : write.bind(5, organization.city().value());
        write = organization.zone() == null ? write.bindNull(6, String.class) : write.bind(6, organization.zone());
        return write.bind(7, organization.roles().stream().map(Role::name).toArray(String[]::new))
                .bind(8, json.writeValueAsString(organization))
                .then();
    }

    private OrganizationView read(Readable row) {
        return new OrganizationView(
                present(row, "id", UUID.class),
                present(row, "version", Long.class),
                Verification.valueOf(present(row, "verification", String.class)),
                present(row, "created_at", Instant.class),
                present(row, "updated_at", Instant.class),
                json.readValue(present(row, "content", String.class), Organization.class));
    }

    private static String[] schemes(List<Identifier> identifiers) {
        return sorted(identifiers).stream().map(Identifier::scheme).toArray(String[]::new);
    }

    private static String[] ids(List<Identifier> identifiers) {
        return sorted(identifiers).stream().map(Identifier::id).toArray(String[]::new);
    }

    /** In one order for everybody, so that two that claim the same identifiers do not wait for each other. */
    private static List<Identifier> sorted(List<Identifier> identifiers) {
        List<Identifier> sorted = new ArrayList<>(identifiers);
        sorted.sort(Comparator.comparing(Identifier::scheme).thenComparing(Identifier::id));
        return sorted;
    }
}
