package org.shuqiao.search.vector;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the process does not start. */
final class UnusableModelAnalyzer extends AbstractFailureAnalyzer<UnusableModel> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, UnusableModel cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct the settings under shuqiao.search.vectors, or set kind to none.", cause);
    }
}
