package org.shuqiao.contracts.profile;

import org.shuqiao.contracts.event.Event;

/** What is said about organizations on the topic {@code profile.organization}. */
public sealed interface OrganizationEvent extends Event permits OrganizationRegisteredV1, OrganizationRevisedV1 {
    /** The whole state after the event. */
    OrganizationView organization();
}
