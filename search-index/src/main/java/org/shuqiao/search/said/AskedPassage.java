package org.shuqiao.search.said;

import org.shuqiao.search.concept.ReadPassage;
import org.shuqiao.understanding.need.Need;

/** A passage of a demand and what it is there for. */
public record AskedPassage(ReadPassage read, Part part) {
    /** How much something is needed that the text needs so: what stands among the must-haves without a word is required. */
    Need need(Need inText) {
        if (inText != Need.STATED) {
            return inText;
        }
        return switch (part) {
            case ESSENTIAL -> Need.ESSENTIAL;
            case NICE_TO_HAVE -> Need.NICE_TO_HAVE;
            case WANTED, TOLD -> Need.STATED;
        };
    }
}
