package org.shuqiao.thesaurus;

/** A file of the thesaurus cannot be read; the message names file, concept and key. */
public final class ThesaurusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ThesaurusException(String message) {
        super(message);
    }

    ThesaurusException(String message, Throwable cause) {
        super(message, cause);
    }
}
