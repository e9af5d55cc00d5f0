package org.shuqiao.profile.member;

import static org.shuqiao.web.PostgresRows.present;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuqiao.access.Memberships;
import org.shuqiao.access.policy.Reach;
import org.shuqiao.contracts.profile.MemberView;
import org.shuqiao.contracts.profile.Membership;
import org.shuqiao.contracts.profile.Organization.Role;
import org.shuqiao.contracts.profile.Right;
import org.shuqiao.web.Ids;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Members in PostgreSQL: a row for each account that ever was one; without rights it is none now. */
@Component
public class PostgresMembers implements Memberships {
    private static final String COLUMNS =
            "m.id, m.version, m.organization_id, m.account_id, m.rights, m.since, m.changed_by,"
                    + " (SELECT o.roles FROM organization o WHERE o.id = m.organization_id) AS roles";

    private final DatabaseClient database;

    PostgresMembers(DatabaseClient database) {
        this.database = database;
    }

    /** A member as of one of its versions, and what its organization is. */
    record Kept(UUID id, MemberView member, List<Role> roles) {
        Membership membership() {
            return new Membership(member.account(), member.organization(), roles, member.rights());
        }
    }

    @Override
    public Flux<Membership> of(UUID account) {
        return own(account).map(Kept::membership);
    }

    Flux<Kept> own(UUID account) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM member m WHERE m.account_id = $1 AND m.rights <> '{}' ORDER BY m.id")
                .bind(0, account)
                .map(PostgresMembers::read)
                .all();
    }

    /** Whether the reach is over this organization, as of now; empty when there is no such organization. */
    public Mono<Boolean> reached(UUID organization, Reach reach) {
        return database.sql("""
                        SELECT $2 OR EXISTS (
                            SELECT FROM member m
                            WHERE m.organization_id = o.id AND m.account_id = $3 AND m.rights && $4) AS reached
                        FROM organization o WHERE o.id = $1
                        """)
                .bind(0, organization)
                .bind(1, reach.all())
                .bind(2, reach.accountOrNobody())
                .bind(3, reach.rightNames())
                .map(row -> present(row, "reached", Boolean.class))
                .one();
    }

    /** {@link #reached}, after other changes to the organization and its members, which wait until the transaction ends. */
    public Mono<Boolean> lockIfReached(UUID organization, Reach reach) {
        // a statement of its own: what the lock waited for must be seen
        return database.sql("SELECT FROM organization WHERE id = $1 FOR UPDATE")
                .bind(0, organization)
                .then()
                .then(reached(organization, reach));
    }

    /** The member, if the account is one. */
    Mono<Kept> find(UUID organization, UUID account) {
        return database.sql("SELECT " + COLUMNS + " FROM member m"
                        + " WHERE m.organization_id = $1 AND m.account_id = $2 AND m.rights <> '{}'")
                .bind(0, organization)
                .bind(1, account)
                .map(PostgresMembers::read)
                .one();
    }

    /** Members of an organization the reach is over, in the order in which they first joined. */
    Flux<Kept> list(UUID organization, Reach reach, @Nullable UUID after, int limit) {
        return database.sql("SELECT " + COLUMNS + """
                         FROM member m
                        WHERE m.organization_id = $1 AND m.rights <> '{}' AND m.id > $2
                          AND ($3 OR EXISTS (
                            SELECT FROM member own
                            WHERE own.organization_id = $1 AND own.account_id = $4 AND own.rights && $5))
                        ORDER BY m.id LIMIT $6
                        """)
                .bind(0, organization)
                .bind(1, after == null ? new UUID(0, 0) : after)
                .bind(2, reach.all())
                .bind(3, reach.accountOrNobody())
                .bind(4, reach.rightNames())
                .bind(5, limit)
                .map(PostgresMembers::read)
                .all();
    }

    /** Those with rights in the organization, each at a new version. */
    Flux<Kept> renew(UUID organization) {
        return database.sql(
                        "UPDATE member m SET version = version + 1 WHERE organization_id = $1 AND rights <> '{}' RETURNING "
                                + COLUMNS)
                .bind(0, organization)
                .map(PostgresMembers::read)
                .all();
    }

    /** Whether somebody besides the account owns the organization. */
    Mono<Boolean> hasOtherOwner(UUID organization, UUID account) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM member
                            WHERE organization_id = $1 AND account_id <> $2 AND 'owner' = ANY (rights)) AS other
                        """)
                .bind(0, organization)
                .bind(1, account)
                .map(row -> present(row, "other", Boolean.class))
                .one();
    }

    /** The account as a member; empty when it is one already. */
    Mono<Kept> join(UUID organization, UUID account, List<Right> rights, Instant now, @Nullable String by) {
        return database.sql("""
                        INSERT INTO member AS m (id, version, organization_id, account_id, rights, since, changed_by)
                        VALUES ($1, 1, $2, $3, $4, $5, $6)
                        ON CONFLICT (organization_id, account_id) DO UPDATE
                        SET version = m.version + 1, rights = excluded.rights, since = excluded.since,
                            changed_by = excluded.changed_by
                        WHERE m.rights = '{}'
                        RETURNING\s""" + COLUMNS)
                .bind(0, Ids.next())
                .bind(1, organization)
                .bind(2, account)
                .bind(3, names(rights))
                .bind(4, now)
                .bind(5, Parameters.in(R2dbcType.VARCHAR, by))
                .map(PostgresMembers::read)
                .one();
    }

    /** The member with other rights, or, without any, as none. Call it with the organization locked. */
    Mono<Kept> change(UUID id, List<Right> rights, @Nullable String by) {
        return database.sql(
                        "UPDATE member m SET version = version + 1, rights = $2, changed_by = $3 WHERE id = $1 RETURNING "
                                + COLUMNS)
                .bind(0, id)
                .bind(1, names(rights))
                .bind(2, Parameters.in(R2dbcType.VARCHAR, by))
                .map(PostgresMembers::read)
                .one();
    }

    private static String[] names(List<Right> rights) {
        return rights.stream().map(Right::name).toArray(String[]::new);
    }

    private static Kept read(Readable row) {
        MemberView member = new MemberView(
                present(row, "account_id", UUID.class),
                present(row, "organization_id", UUID.class),
                values(row, "rights", Right::valueOf),
                present(row, "since", Instant.class),
                row.get("changed_by", String.class),
                present(row, "version", Long.class));
        return new Kept(present(row, "id", UUID.class), member, values(row, "roles", Role::valueOf));
    }

    private static <T> List<T> values(Readable row, String column, Function<String, T> value) {
        return Stream.of(present(row, column, String[].class)).map(value).toList();
    }
}
