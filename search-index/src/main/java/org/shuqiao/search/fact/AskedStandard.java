package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.shuqiao.understanding.need.Need;
import org.shuqiao.understanding.standard.StandardName;

/**
 * A standard that a demand's texts ask for.
 *
 * @param need never excluded
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record AskedStandard(String name, Need need) {
    /** The name in the form in which two are compared. */
    public String normalized() {
        return StandardName.normalized(name);
    }
}
