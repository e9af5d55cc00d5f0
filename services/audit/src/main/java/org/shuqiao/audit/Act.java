package org.shuqiao.audit;

import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.InvalidValue;

/**
 * What somebody did to something.
 *
 * @param purpose what for, a word such as {@code support}; required for reads of personal or sealed data and for exports
 * @param request the id of the request that asked for it
 * @param trace the id of its trace (W3C Trace Context)
 */
public record Act(
        Actor actor,
        Action action,
        AuditObject object,
        @Nullable String purpose,
        Outcome outcome,
        @Nullable String request,
        @Nullable String trace,
        Details details) {
    public Act {
        Token.check("purpose", purpose);
        Token.check("request", request);
        Token.check("trace", trace);
        if (action.needsPurpose() && purpose == null) {
            throw new InvalidValue("purpose", "what it is " + action.word() + " for", null);
        }
    }

    /** An act that was done and needs no purpose. */
    public static Act of(Actor actor, Action action, AuditObject object) {
        return new Act(actor, action, object, null, Outcome.DONE, null, null, Details.NONE);
    }

    /** An act that was done for a purpose. */
    public static Act of(Actor actor, Action action, AuditObject object, String purpose) {
        return new Act(actor, action, object, purpose, Outcome.DONE, null, null, Details.NONE);
    }

    public Act outcome(Outcome outcome) {
        return new Act(actor, action, object, purpose, outcome, request, trace, details);
    }

    public Act request(@Nullable String request, @Nullable String trace) {
        return new Act(actor, action, object, purpose, outcome, request, trace, details);
    }

    public Act details(Details details) {
        return new Act(actor, action, object, purpose, outcome, request, trace, details);
    }
}
