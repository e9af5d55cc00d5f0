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

    private static final int FINGERPRINT_SHOWN = 16;

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

    /**
     * An alias on the living offers once all was built from everything the services have, by the mappings in use and the
     * thesaurus of {@code fingerprint}.
     */
    String wholeMarker(String fingerprint) {
        StringBuilder marker = new StringBuilder(anyWholeMarker());
        for (Kind kind : Kind.values()) {
            marker.append("-v").append(kind.mappingVersion());
        }
        return marker.append('-').append(fingerprint, 0, FINGERPRINT_SHOWN).toString();
    }

    /** What every such alias begins with. */
    String anyWholeMarker() {
        return namespace + "index-whole";
    }

    /** Matches every index of a kind, of whatever version of the mapping. */
    public String pattern(Kind kind) {
        return namespace + kind.alias() + "-v*";
    }

    public String namespace() {
        return namespace;
    }
}
