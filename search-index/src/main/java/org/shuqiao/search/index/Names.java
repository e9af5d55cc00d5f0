package org.shuqiao.search.index;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The names of indices and aliases of this installation, behind its namespace. */
@Component
public class Names {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    private final String namespace;

    public Names(@Value("${shuqiao.namespace:}") String namespace) {
        this.namespace = namespace;
    }

    /** The aliases of the living indices. */
    public Target living() {
        return Target.living(namespace);
    }

    /** Names for new indices of every kind, made now. */
    public Target fresh(Clock clock) {
        String suffix = "-" + INSTANT.format(clock.instant());
        return new Target(
                namespace + Kind.OFFERS.mapping() + suffix,
                namespace + Kind.DEMANDS.mapping() + suffix,
                namespace + Kind.ORGANIZATIONS.mapping() + suffix,
                false);
    }

    /** An alias on the living offers once all was built from everything the services have, by the mappings in use. */
    String wholeMarker() {
        StringBuilder marker = new StringBuilder(namespace).append("index-whole");
        for (Kind kind : Kind.values()) {
            marker.append("-v").append(kind.mappingVersion());
        }
        return marker.toString();
    }

    /** Matches every index of a kind, of whatever version of the mapping. */
    public String pattern(Kind kind) {
        return namespace + kind.alias() + "-v*";
    }

    public String namespace() {
        return namespace;
    }
}
