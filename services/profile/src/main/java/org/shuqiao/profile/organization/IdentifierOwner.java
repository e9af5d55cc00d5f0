package org.shuqiao.profile.organization;

import java.util.UUID;
import org.shuqiao.contracts.value.Identifier;

/** An identifier and the organization that has it. */
record IdentifierOwner(Identifier identifier, UUID organization) {}
