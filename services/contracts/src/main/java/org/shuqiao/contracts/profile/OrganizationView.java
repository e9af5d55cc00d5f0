package org.shuqiao.contracts.profile;

import java.time.Instant;
import java.util.UUID;

/** An organization as the profile service knows it; {@code verification} is {@code none} until the operator verified. */
public record OrganizationView(
        UUID id,
        long version,
        Verification verification,
        Instant createdAt,
        Instant updatedAt,
        Organization organization) {

    /** How far the organization's identity was verified. */
    public enum Verification {
        none,
        identifier,
        documents
    }
}
