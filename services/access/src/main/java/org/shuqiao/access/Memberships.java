package org.shuqiao.access;

import java.util.UUID;
import org.shuqiao.contracts.profile.Membership;
import reactor.core.publisher.Flux;

/** Where accounts are members. */
public interface Memberships {
    /** Those of the account in which it has rights. */
    Flux<Membership> of(UUID account);
}
