package org.shuqiao.access.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far one actor gets with one verb.
 *
 * @param scope that a client needs; null for others
 */
record Cell(Extent extent, @Nullable String scope) {
    /** How far. */
    enum Extent {
        NONE,
        /** To what is published. */
        PUBLISHED,
        /** To what is of the account itself. */
        SELF,
        /** To all; a member, to all of its organization. */
        ALL
    }

    private static final String SCOPE = "scope:";

    /** {@code -}, {@code published}, {@code self}, {@code yes} or {@code scope:WORD}. */
    static Cell of(String word) {
        return switch (word) {
            case "-" -> new Cell(Extent.NONE, null);
            case "published" -> new Cell(Extent.PUBLISHED, null);
            case "self" -> new Cell(Extent.SELF, null);
            case "yes" -> new Cell(Extent.ALL, null);
            default -> {
                if (!word.startsWith(SCOPE)) {
                    throw new IllegalArgumentException("expected -, published, self, yes or scope:WORD, got " + word);
                }
                yield new Cell(Extent.ALL, word.substring(SCOPE.length()));
            }
        };
    }

    /** How far who has these scopes gets. */
    Extent with(Set<String> scopes) {
        return scope == null || scopes.contains(scope) ? extent : Extent.NONE;
    }

    /** As in the policy. */
    String word() {
        return scope != null
                ? SCOPE + scope
                : switch (extent) {
                    case NONE -> "-";
                    case PUBLISHED -> "published";
                    case SELF -> "self";
                    case ALL -> "yes";
                };
    }
}
