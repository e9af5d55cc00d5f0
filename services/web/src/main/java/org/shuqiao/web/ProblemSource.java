package org.shuqiao.web;

import java.util.Optional;

/** Knows what an error of one technology means to the caller, for instance that a server is down: a bean of this type
 * is asked before an error counts as a bug. */
public interface ProblemSource {
    /** The problem that {@code error} or one of its causes stands for, or empty when it is none of this source's. */
    Optional<Problem> problemOf(Throwable error);
}
