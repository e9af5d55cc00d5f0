package org.shuqiao.profile.invitation;

import static org.shuqiao.web.PostgresRows.present;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.InvitationView;
import org.shuqiao.contracts.profile.Right;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Invitations in PostgreSQL. */
@Component
class PostgresInvitations {
    private static final String COLUMNS =
            "id, organization_id, email, rights, created_at, expires_at, invited_by, inviter";
    /** Of all organizations, so that no address stays where nobody invites any more. */
    private static final int OVER_AT_ONCE = 50;

    private final DatabaseClient database;

    PostgresInvitations(DatabaseClient database) {
        this.database = database;
    }

    /**
     * An invitation that waits.
     *
     * @param inviter the account whose right to invite it stands on; null for the operator's
     */
    record Waiting(InvitationView invitation, @Nullable UUID inviter) {}

    Flux<InvitationView> list(UUID organization, Instant now) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM invitation WHERE organization_id = $1 AND expires_at > $2 ORDER BY id")
                .bind(0, organization)
                .bind(1, now)
                .map(row -> read(row).invitation())
                .all();
    }

    Mono<Waiting> find(UUID organization, InvitationSecret secret, Instant now) {
        return database.sql("SELECT " + COLUMNS + " FROM invitation"
                        + " WHERE organization_id = $1 AND secret_hash = $2 AND expires_at > $3")
                .bind(0, organization)
                .bind(1, secret.hash())
                .bind(2, now)
                .map(PostgresInvitations::read)
                .one();
    }

    Mono<Long> count(UUID organization, Instant now) {
        return database.sql("SELECT count(*) AS waiting FROM invitation WHERE organization_id = $1 AND expires_at > $2")
                .bind(0, organization)
                .bind(1, now)
                .map(row -> present(row, "waiting", Long.class))
                .one();
    }

    Mono<Void> insert(Waiting waiting, InvitationSecret secret) {
        InvitationView invitation = waiting.invitation();
        var insert = database.sql("INSERT INTO invitation (" + COLUMNS
                        + ", secret_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
                .bind(0, invitation.id())
                .bind(1, invitation.organization())
                .bind(2, invitation.email())
                .bind(3, invitation.rights().stream().map(Right::name).toArray(String[]::new))
                .bind(4, invitation.createdAt())
                .bind(5, invitation.expiresAt())
                .bind(6, Parameters.in(R2dbcType.VARCHAR, invitation.by()))
                .bind(8, secret.hash());
        UUID inviter = waiting.inviter();
        insert = inviter == null ? insert.bindNull(7, UUID.class) : insert.bind(7, inviter);
        return insert.then();
    }

    /** Deletes it; whether it was there. */
    Mono<Boolean> delete(UUID organization, UUID id) {
        return database.sql("DELETE FROM invitation WHERE organization_id = $1 AND id = $2")
                .bind(0, organization)
                .bind(1, id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Deletes that of the address. */
    Mono<Void> deleteOf(UUID organization, String email) {
        return database.sql("DELETE FROM invitation WHERE organization_id = $1 AND lower(email) = lower($2)")
                .bind(0, organization)
                .bind(1, email)
                .then();
    }

    /** Deletes some of those that are over. */
    Mono<Void> deleteOver(Instant now) {
        return database.sql("""
                        DELETE FROM invitation WHERE id IN (
                            SELECT id FROM invitation WHERE expires_at <= $1
                            ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
                        """).bind(0, now).bind(1, OVER_AT_ONCE).then();
    }

    private static Waiting read(Readable row) {
        List<Right> rights = Stream.of(present(row, "rights", String[].class))
                .map(Right::valueOf)
                .toList();
        InvitationView invitation = new InvitationView(
                present(row, "id", UUID.class),
                present(row, "organization_id", UUID.class),
                present(row, "email", String.class),
                rights,
                present(row, "created_at", Instant.class),
                present(row, "expires_at", Instant.class),
                row.get("invited_by", String.class),
                null);
        return new Waiting(invitation, row.get("inviter", UUID.class));
    }
}
