package org.shuqiao.audit;

import java.util.List;
import java.util.UUID;

/** Acts to note. */
final class Acts {
    static final String OFFICER = "0198a3f4-6c1e-7a30-9d52-1f0c9b7e2a11";
    static final String OFFICE = "0198a3f4-6c1e-7a30-9d52-1f0c9b7e2a12";

    private Acts() {}

    /** A change of an offer, the n-th. */
    static Act change(long n) {
        return Act.of(
                Actor.person(OFFICER, OFFICE, "web"),
                Action.CHANGED,
                new AuditObject("offer", new UUID(7, n).toString(), n));
    }

    static Act read() {
        return Act.of(
                        Actor.person(OFFICER, OFFICE, "web"),
                        Action.READ_PERSONAL,
                        AuditObject.of("organization", OFFICE),
                        "verification")
                .request("01J0-7", "4bf92f3577b34da6a3ce929d0e0e4736")
                .details(Details.fields(List.of("contact.email", "contact.phone"))
                        .with("rows", 2));
    }
}
