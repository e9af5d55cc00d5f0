package org.shuqiao.contracts.profile;

/** What a member may do for its organization. None includes another: what each suffices for is in docs/policy.md. */
public enum Right {
    /** Manages the members and all that is the organization's. */
    owner,
    /** Writes what the organization publishes. */
    editor,
    /** Signs for it. */
    signatory,
    /** Sees what is the organization's own. */
    viewer
}
