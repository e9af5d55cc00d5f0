package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuqiao.understanding.standard.StandardName;

/**
 * A standard or certificate that is held: its name as given, its last day, what the attestation leaves out.
 *
 * @param until null when no end is given
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Held(
        String name, @Nullable LocalDate until, @Nullable String excluded) {
    /** The name in the form in which two are compared. */
    public String normalized() {
        return StandardName.normalized(name);
    }
}
