package org.shuqiao.contracts.value;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What it means that a record refuses. */
public final class Refusals {
    private Refusals() {}

    /** The call throws an {@link InvalidValue} that names this field. */
    public static void assertRefuses(String field, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(call)
                .extracting(InvalidValue::field)
                .isEqualTo(field);
    }
}
