package org.shuqiao.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * Who did it. All are ids, none is a name.
 *
 * @param subject the id of the account, or of the part of the system; null for a person who is not known
 * @param organization the id of the organization it acted for
 * @param onBehalfOf the id of the account or organization in whose place it acted
 * @param client the id of the program it used, or that acted itself
 */
public record Actor(
        Kind kind,
        @Nullable String subject,
        @Nullable String organization,
        @Nullable String onBehalfOf,
        @Nullable String client) {
    /** What acts. */
    public enum Kind {
        /** Somebody, through a program. */
        PERSON,
        /** A part of the platform, such as a retention run. */
        SYSTEM,
        /** A partner's program with its own credentials. */
        CLIENT;

        /** The word in the log. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Actor {
        Token.check("actor.subject", subject);
        Token.check("actor.organization", organization);
        Token.check("actor.onBehalfOf", onBehalfOf);
        Token.check("actor.client", client);
        if (kind == Kind.SYSTEM && subject == null) {
            throw new InvalidValue("actor.subject", "the part of the system that acts", null);
        }
        if (kind == Kind.CLIENT && client == null) {
            throw new InvalidValue("actor.client", "the client that acts", null);
        }
    }

    /** A person who is signed in, acting for an organization or for none. */
    public static Actor person(String subject, @Nullable String organization, @Nullable String client) {
        Token.require("actor.subject", subject);
        return new Actor(Kind.PERSON, subject, organization, null, client);
    }

    /** Somebody who is not signed in. */
    public static Actor unknown(@Nullable String client) {
        return new Actor(Kind.PERSON, null, null, null, client);
    }

    /** @param part such as {@code retention} */
    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, part, null, null, null);
    }

    public static Actor client(String client, @Nullable String organization) {
        return new Actor(Kind.CLIENT, null, organization, null, client);
    }

    /** The same, acting in the place of another account or organization. */
    public Actor onBehalfOf(String other) {
        return new Actor(kind, subject, organization, other, client);
    }
}
