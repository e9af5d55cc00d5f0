package org.shuqiao.e2e;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Gives every test class the same {@link RunningSystem}: started by the first, ended after the last. */
final class SharedSystem implements ParameterResolver, TestWatcher {
    /** The system, or why there is none: a start that failed is not tried again by every class. */
    private record Started(
            @Nullable RunningSystem system, @Nullable Exception failure) implements AutoCloseable {
        static Started now() {
            try {
                return new Started(RunningSystem.start(), null);
            } catch (Exception e) {
                return new Started(null, e);
            }
        }

        RunningSystem get() {
            if (system == null) {
                throw new IllegalStateException("the system did not start", failure);
            }
            return system;
        }

        @Override
        public void close() throws Exception {
            if (system != null) {
                system.close();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public RunningSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return started(context).get();
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        RunningSystem system = started(context).system();
        if (system != null) {
            system.keepData();
        }
    }

    private static Started started(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Started.class, type -> Started.now(), Started.class);
    }
}
