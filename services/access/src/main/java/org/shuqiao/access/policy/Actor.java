package org.shuqiao.access.policy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.profile.Right;

/** Who may be said to be allowed something: the columns of the policy. */
public enum Actor {
    /** Nobody is signed in. */
    GUEST(null),
    /** Somebody is. */
    ACCOUNT(null),
    /** It has this right in the organization that owns the object. */
    VIEWER(Right.viewer),
    SIGNATORY(Right.signatory),
    EDITOR(Right.editor),
    OWNER(Right.owner),
    /** It operates the market. */
    OPERATOR(null),
    /** A program with credentials of its own. */
    CLIENT(null);

    private final @Nullable Right right;

    Actor(@Nullable Right right) {
        this.right = right;
    }

    /** That which a member has; null for who is none. */
    @Nullable
    Right right() {
        return right;
    }

    /** Its word in the policy. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
