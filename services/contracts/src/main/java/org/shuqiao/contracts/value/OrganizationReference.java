package org.shuqiao.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which organization is meant: its id (UUID) or one of its identifiers as {@code SCHEME:ID}. */
public record OrganizationReference(@JsonValue String value) {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String EXPECTED = "an organization's id or one of its identifiers as SCHEME:ID";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganizationReference {
        value = Expect.line("", value, 141);
        if (!UUID_FORM.matcher(value).matches()) {
            int colon = value.indexOf(':');
            if (colon < 0) {
                throw new InvalidValue("", EXPECTED, value);
            }
            try {
                Identifier.of(value.substring(0, colon), value.substring(colon + 1));
            } catch (InvalidValue e) {
                throw new InvalidValue("", EXPECTED, value);
            }
        }
    }

    public static OrganizationReference of(UUID id) {
        return new OrganizationReference(id.toString());
    }

    /** The id, or null when an identifier is given instead. */
    public @Nullable UUID id() {
        return UUID_FORM.matcher(value).matches() ? UUID.fromString(value) : null;
    }

    /** The identifier, or null when the id is given instead. */
    public @Nullable Identifier identifier() {
        if (UUID_FORM.matcher(value).matches()) {
            return null;
        }
        int colon = value.indexOf(':');
        return Identifier.of(value.substring(0, colon), value.substring(colon + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
