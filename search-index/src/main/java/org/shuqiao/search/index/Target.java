package org.shuqiao.search.index;

/**
 * Where documents are written: through the aliases, or into new indices that have none yet.
 *
 * @param aliases whether the names are aliases; a missing alias then refuses the write instead of creating an index
 */
public record Target(String offers, String demands, String organizations, boolean aliases) {
    /** The living indices behind their aliases. */
    public static Target living(String namespace) {
        return new Target(
                namespace + Kind.OFFERS.alias(),
                namespace + Kind.DEMANDS.alias(),
                namespace + Kind.ORGANIZATIONS.alias(),
                true);
    }

    public String name(Kind kind) {
        return switch (kind) {
            case OFFERS -> offers;
            case DEMANDS -> demands;
            case ORGANIZATIONS -> organizations;
        };
    }
}
