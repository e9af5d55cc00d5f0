package org.shuqiao.audit;

import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * What it was done to.
 *
 * @param kind a word of the domain, such as {@code offer}
 * @param version that came of it, or that was read; null where there is none
 */
public record AuditObject(String kind, String id, @Nullable Long version) {
    public AuditObject {
        Token.require("object.kind", kind);
        Token.require("object.id", id);
        if (version != null && (version < 0 || version > Details.GREATEST)) {
            throw new InvalidValue("object.version", "0 to 2^53 - 1", version);
        }
    }

    public static AuditObject of(String kind, Object id) {
        return new AuditObject(kind, id.toString(), null);
    }

    public AuditObject at(long version) {
        return new AuditObject(kind, id, version);
    }
}
