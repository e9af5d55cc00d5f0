package org.shuqiao.audit;

import org.shuqiao.audit.chain.Checkpoint;
import org.shuqiao.audit.chain.Fault;

/** What came of making a checkpoint. */
sealed interface Checkpointed {
    /** A new one was kept. */
    record Made(Checkpoint checkpoint) implements Checkpointed {}

    /** Nothing was appended since the last one. */
    record Unchanged() implements Checkpointed {}

    /** The log is not the one that the last checkpoint was made of, or does not hold since: none is made of it. */
    record Broken(Fault fault) implements Checkpointed {}
}
