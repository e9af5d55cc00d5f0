package org.shuqiao.local.catalogue;

/** What an import carries; {@link #path} is its name in file names and paths. */
enum Kind {
    OFFERS("offers"),
    DEMANDS("demands");

    final String path;

    Kind(String path) {
        this.path = path;
    }
}
