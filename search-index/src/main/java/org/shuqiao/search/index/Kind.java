package org.shuqiao.search.index;

/** What there is an index of: its alias, its mapping file, the version of the mapping. */
public enum Kind {
    OFFERS("offers", 8),
    DEMANDS("demands", 8),
    ORGANIZATIONS("organizations", 4);

    private final String alias;
    private final int mappingVersion;

    Kind(String alias, int mappingVersion) {
        this.alias = alias;
        this.mappingVersion = mappingVersion;
    }

    /** The version of the mapping in use; another mapping needs another version. */
    int mappingVersion() {
        return mappingVersion;
    }

    /** The alias without the namespace. */
    public String alias() {
        return alias;
    }

    /** Name of the mapping and beginning of the names of indices made by it: {@code offers-v8}. */
    public String mapping() {
        return alias + "-v" + mappingVersion;
    }
}
