package org.shuqiao.access.member;

import static org.shuqiao.web.PostgresRows.present;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shuqiao.access.Memberships;
import org.shuqiao.contracts.profile.MemberEvent;
import org.shuqiao.contracts.profile.Membership;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.Right;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Memberships as of the last event of each, in the table {@code access_member}. */
final class PostgresMembers implements Memberships {
    private final DatabaseClient database;

    PostgresMembers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Membership> of(UUID account) {
        return database.sql("""
                        SELECT account_id, organization_id, roles, rights FROM access_member
                        WHERE account_id = $1 AND rights <> '{}' ORDER BY organization_id
                        """).bind(0, account).map(PostgresMembers::read).all();
    }

    /** Keeps what an event says unless a later one is known. Who left stays, so that an earlier event does not bring it back. */
    Mono<Void> keep(MemberEvent event) {
        Membership membership = event.membership();
        return database.sql("""
                        INSERT INTO access_member AS m (id, version, account_id, organization_id, roles, rights)
                        VALUES ($1, $2, $3, $4, $5, $6)
                        ON CONFLICT (id) DO UPDATE
                        SET version = excluded.version, roles = excluded.roles, rights = excluded.rights
                        WHERE m.version < excluded.version
                        """)
                .bind(0, event.aggregateId())
                .bind(1, event.version())
                .bind(2, membership.account())
                .bind(3, membership.organization())
                .bind(4, names(membership.roles()))
                .bind(5, names(membership.rights()))
                .then();
    }

    private static String[] names(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Membership read(Readable row) {
        return new Membership(
                present(row, "account_id", UUID.class),
                present(row, "organization_id", UUID.class),
                values(row, "roles", Role::valueOf),
                values(row, "rights", Right::valueOf));
    }

    private static <T> List<T> values(Readable row, String column, Function<String, T> value) {
        return Stream.of(present(row, column, String[].class)).map(value).toList();
    }
}
