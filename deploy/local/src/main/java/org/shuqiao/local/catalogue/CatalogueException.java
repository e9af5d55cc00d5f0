package org.shuqiao.local.catalogue;

/** A catalogue that cannot be read or imported; the message is one line a user can act on. */
public final class CatalogueException extends RuntimeException {

    CatalogueException(String message) {
        super(message);
    }

    CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
