package org.shuqiao.contracts.thesaurus;

/** Where a proposal stands. The last two are for good. */
public enum ProposalStatus {
    proposed,
    published,
    rejected
}
