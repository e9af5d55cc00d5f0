package org.shuqiao.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a page ended, opaque to the caller: the sort values of its last item. A cursor says nothing about the filters; the
 * {@code Link} header repeats them.
 */
public final class Cursor {
    /** The request parameter that carries a cursor. */
    public static final String PARAMETER = "after";

    private static final char SEPARATOR = '\u001f';

    private Cursor() {}

    /** The cursor of an item with these sort values, none of which contains U+001F. */
    public static String of(String... values) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(String.valueOf(SEPARATOR), values).getBytes(StandardCharsets.UTF_8));
    }

    public static String of(UUID id) {
        return of(id.toString());
    }

    /** The {@code count} sort values of a cursor; a 400 problem when it is none that {@link #of} made. */
    public static List<String> values(String cursor, int count) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
            List<String> values = split(text);
            if (values.size() == count) {
                return values;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid(cursor);
        }
        throw invalid(cursor);
    }

    /** The id in a cursor made by {@link #of(UUID)}, null when there is no cursor. */
    public static @Nullable UUID id(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(values(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw invalid(cursor);
        }
    }

    /** The problem of a cursor that cannot be read. */
    public static Problem invalid(String cursor) {
        String shown = cursor.length() > 80 ? cursor.substring(0, 80) + "…" : cursor;
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "invalid-cursor",
                "The cursor is none that this list gave.",
                List.of(new FieldError(PARAMETER, "the cursor of an earlier page", shown)));
    }

    /**
     * The {@code Link} header (RFC 8288) to the page after {@code next}: the same request with the parameter {@code after}
     * replaced. It is relative to the request, so that it holds behind a gateway that strips a prefix; with the last segment of
     * the path, because clients that follow RFC 2396, such as {@link URI#resolve}, lose it from a bare query.
     */
    public static String link(ServerHttpRequest request, String next) {
        StringBuilder query = new StringBuilder();
        URI uri = request.getURI();
        if (uri.getRawQuery() != null) {
            for (String parameter : uri.getRawQuery().split("&")) {
                if (!parameter.isEmpty() && !parameter.startsWith(PARAMETER + "=") && !parameter.equals(PARAMETER)) {
                    query.append(parameter).append('&');
                }
            }
        }
        query.append(PARAMETER).append('=').append(URLEncoder.encode(next, StandardCharsets.UTF_8));
        String path = uri.getRawPath();
        return "<./" + path.substring(path.lastIndexOf('/') + 1) + "?" + query + ">; rel=\"next\"";
    }

    private static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(SEPARATOR); at >= 0; at = text.indexOf(SEPARATOR, from)) {
            values.add(text.substring(from, at));
            from = at + 1;
        }
        values.add(text.substring(from));
        return values;
    }
}
