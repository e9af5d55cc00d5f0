package org.shuqiao.local;

/** Receives one short line for each thing begun or done; may be called from several threads. */
@FunctionalInterface
public interface Progress {

    /** Says nothing to anybody. */
    Progress SILENT = line -> {};

    /** {@code line}: one line for a person, without time and line end. */
    void step(String line);
}
