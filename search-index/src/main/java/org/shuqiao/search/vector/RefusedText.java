package org.shuqiao.search.vector;

/** The model answers, but not to this text. */
final class RefusedText extends RuntimeException {
    RefusedText(String message) {
        super(message);
    }
}
