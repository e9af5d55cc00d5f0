package org.shuqiao.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.shuqiao.contracts.value.InvalidValue;

/** All that can be done to something, as the log says it. A word once used keeps its meaning; new ones may be added. */
public enum Action {
    /** Came into being, as a draft or at once. */
    CREATED,
    /** Its content was replaced in part or whole. */
    CHANGED,
    /** Was made visible to others. */
    PUBLISHED,
    /** Was taken back from the public, or from who had received it. */
    WITHDRAWN,
    /** Reached the end that was set for it. */
    EXPIRED,
    /** Was handed in, to a party or for a decision. */
    SUBMITTED,
    /** Was accepted by who had to decide. */
    APPROVED,
    /** Was turned down by who had to decide. */
    REJECTED,
    /** Was signed by somebody with the authority to. */
    SIGNED,
    /** What was sealed was opened to those it was for. */
    UNSEALED,
    /** Personal data in it was shown to somebody; needs a purpose. */
    READ_PERSONAL,
    /** Sealed content was shown to somebody; needs a purpose. */
    READ_SEALED,
    /** Was handed out as a whole, to be kept elsewhere; needs a purpose. */
    EXPORTED,
    /** Its data was destroyed. */
    ERASED,
    /** A right in it was given. */
    GRANTED,
    /** A right in it was taken. */
    REVOKED,
    /** Somebody was asked to join. */
    INVITED,
    /** Somebody joined. */
    JOINED,
    /** Somebody left. */
    LEFT,
    /** A person agreed to a use of its data. */
    CONSENTED,
    /** A person took that back. */
    CONSENT_WITHDRAWN,
    /** A level of verification was reached. */
    VERIFIED,
    /** Was stopped by the operator. */
    SUSPENDED,
    /** Was let go on by the operator. */
    RESTORED,
    /** A session began. */
    SIGNED_IN,
    /** A session was not let begin. */
    SIGN_IN_REFUSED,
    /** A session ended by its owner's wish. */
    SIGNED_OUT,
    /** A password, passkey, second factor or key was added, replaced or removed. */
    CREDENTIAL_CHANGED,
    /** Something was asked that the asker has no right to. */
    ACCESS_REFUSED,
    /** What the service does was configured otherwise. */
    CONFIGURED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in the log, such as {@code read-personal}. */
    @JsonValue
    public String word() {
        return word;
    }

    /** @throws InvalidValue when no action has this word */
    @JsonCreator
    public static Action of(String word) {
        for (Action action : values()) {
            if (action.word.equals(word)) {
                return action;
            }
        }
        throw new InvalidValue("action", "an action of the log", word);
    }

    /** Whether the log must say what it was for. */
    boolean needsPurpose() {
        return this == READ_PERSONAL || this == READ_SEALED || this == EXPORTED;
    }
}
