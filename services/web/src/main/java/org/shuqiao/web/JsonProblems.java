package org.shuqiao.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What Jackson's errors mean to the sender of the JSON: which field, what was expected, what came. */
final class JsonProblems {
    /** The field named when the body as a whole is wrong. */
    static final String BODY = "body";

    private static final int SHOWN = 80;
    private static final Map<Class<?>, String> EXPECTED = Map.of(
            UUID.class, "a UUID",
            Currency.class, "a currency by ISO 4217 such as EUR",
            LanguageTag.class, "a language tag by BCP 47 such as zh, pt-BR or sr-Latn",
            String.class, "a string");

    private JsonProblems() {}

    /** The problem of the JSON text that {@code parser} could not read further; empty when the fault is not in the text. */
    static Optional<Problem> of(JacksonException error, JsonParser parser) {
        InvalidValue refusal = refusal(error);
        if (refusal != null) {
            return Optional.of(invalid(FieldError.of(pathOf(error), refusal)));
        }
        return Optional.ofNullable(
                switch (error) {
                    case UnrecognizedPropertyException e -> unknownField(e);
                    case InputCoercionException e ->
                        invalid(new FieldError(place(e, parser), expected(e.getTargetType()), shown(parser)));
                    case StreamConstraintsException e -> invalid(new FieldError(place(e, parser), limit(e), null));
                    case StreamReadException e -> malformed(e, parser);
                    case MismatchedInputException e ->
                        invalid(new FieldError(place(e, parser), expected(e.getTargetType()), shown(e, parser)));
                    default -> null;
                });
    }

    /** The problem of a value that breaks a rule. */
    static Problem invalid(FieldError error) {
        return new Problem(
                HttpStatus.BAD_REQUEST, "invalid-value", "A field has a value that is not allowed.", List.of(error));
    }

    /** The problem of a text that is no JSON. */
    static Problem malformed(FieldError error) {
        return new Problem(
                HttpStatus.BAD_REQUEST, "malformed-json", "The body is not well-formed JSON in UTF-8.", List.of(error));
    }

    /** Where a parser stands: {@code essentials[2].value}; empty at the root. */
    static String path(@Nullable TokenStreamContext innermost) {
        Deque<TokenStreamContext> contexts = new ArrayDeque<>();
        for (TokenStreamContext c = innermost; c != null; c = c.getParent()) {
            contexts.push(c);
        }
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext context : contexts) {
            if (context.inArray() && context.hasCurrentIndex()) {
                path.append('[').append(context.getCurrentIndex()).append(']');
            } else if (context.inObject() && context.currentName() != null) {
                append(path, context.currentName());
            }
        }
        return path.toString();
    }

    /** The value at which a parser stands, in words a person can read. */
    static @Nullable String shown(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, PROPERTY_NAME ->
                shorten(parser.getString());
            case VALUE_NULL -> "null";
            case null, default -> null;
        };
    }

    static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static Problem unknownField(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        String expected = known == null || known.isEmpty()
                ? "no such field"
                : "one of " + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "unknown-field",
                "The body has a field that is not known here.",
                List.of(new FieldError(pathOf(e), expected, e.getPropertyName())));
    }

    private static Problem malformed(StreamReadException e, JsonParser parser) {
        TokenStreamLocation location = e.getLocation();
        String where = location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        String what = e.getOriginalMessage().lines().findFirst().orElse("");
        String expected = what.startsWith("Duplicate") ? "each field once" : "well-formed JSON (RFC 8259) in UTF-8";
        return malformed(new FieldError(place(e, parser), expected, shorten(what) + where));
    }

    private static String pathOf(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : e.getPath()) {
            if (reference.getPropertyName() != null) {
                append(path, reference.getPropertyName());
            } else if (reference.getIndex() >= 0) {
                path.append('[').append(reference.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    /** A fault in a key, a number or the text itself is found before its place is added to the error's path. */
    private static String place(JacksonException e, JsonParser parser) {
        String path = pathOf(e);
        String standing = path(parser.streamReadContext());
        boolean deeper = path.isEmpty() || standing.startsWith(path + ".") || standing.startsWith(path + "[");
        String place = deeper ? standing : path;
        return place.isEmpty() ? BODY : place;
    }

    private static void append(StringBuilder path, String name) {
        if (!path.isEmpty()) {
            path.append('.');
        }
        path.append(shorten(name));
    }

    private static @Nullable String shown(MismatchedInputException e, JsonParser parser) {
        if (e instanceof InvalidFormatException format && format.getValue() != null) {
            return shorten(String.valueOf(format.getValue()));
        }
        return shown(parser);
    }

    private static String limit(StreamConstraintsException e) {
        String message = e.getOriginalMessage();
        if (message.contains("nesting depth")) {
            return "at most " + StrictJson.MAX_DEPTH + " objects and lists inside each other";
        }
        if (message.contains("Number value length")) {
            return "a number of at most " + StrictJson.MAX_NUMBER + " characters";
        }
        return "something shorter";
    }

    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        String known = EXPECTED.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return "one of "
                    + Stream.of(type.getFields())
                            .filter(java.lang.reflect.Field::isEnumConstant)
                            .map(field -> nameInJson(field, field.getName()))
                            .collect(Collectors.joining(", "));
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        if (type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }

    private static String nameInJson(AnnotatedElement element, String name) {
        JsonProperty property = element.getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? name : property.value();
    }

    private static @Nullable InvalidValue refusal(Throwable error) {
        Throwable cause = error.getCause();
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof InvalidValue refusal) {
                return refusal;
            }
        }
        return null;
    }
}
