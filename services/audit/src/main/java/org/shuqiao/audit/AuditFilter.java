package org.shuqiao.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * Which entries are looked for; null is any.
 *
 * @param subject the actor's account or part of the system
 * @param organization that the actor acted for
 * @param objectId of an object of the kind {@code objectKind}, which must be given with it
 * @param from the first instant
 * @param until the first instant that is too late
 */
public record AuditFilter(
        @Nullable String subject,
        @Nullable String organization,
        @Nullable Action action,
        @Nullable String objectKind,
        @Nullable String objectId,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** All entries. */
    public static final AuditFilter ANY = new AuditFilter(null, null, null, null, null, null, null);

    public AuditFilter {
        if (objectId != null && objectKind == null) {
            throw new InvalidValue("objectKind", "the kind of the object with this id", null);
        }
    }

    public AuditFilter subject(String subject) {
        return new AuditFilter(subject, organization, action, objectKind, objectId, from, until);
    }

    public AuditFilter organization(String organization) {
        return new AuditFilter(subject, organization, action, objectKind, objectId, from, until);
    }

    public AuditFilter action(Action action) {
        return new AuditFilter(subject, organization, action, objectKind, objectId, from, until);
    }

    public AuditFilter object(String kind, @Nullable String id) {
        return new AuditFilter(subject, organization, action, kind, id, from, until);
    }

    public AuditFilter between(@Nullable Instant from, @Nullable Instant until) {
        return new AuditFilter(subject, organization, action, objectKind, objectId, from, until);
    }
}
