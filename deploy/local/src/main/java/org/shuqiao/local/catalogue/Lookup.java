package org.shuqiao.local.catalogue;

import static org.shuqiao.local.catalogue.JsonLines.string;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shuqiao.local.catalogue.Folder.DemandKey;
import tools.jackson.databind.JsonNode;

/** Finds in the system what a catalogue calls by its own ids. */
final class Lookup {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NEXT =
            Pattern.compile("<[^>]*[?&]cursor=([^&>]+)[^>]*>\\s*;[^,]*rel=\"?next\"?", Pattern.CASE_INSENSITIVE);
    private static final int PAGES = 100;

    private final Gateway gateway;

    Lookup(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The id of the organization with this {@code SCHEME:ID}; a UUID is its own answer. */
    Optional<String> organization(String identifier) {
        if (UUID.matcher(identifier).matches()) {
            return Optional.of(identifier);
        }
        Reply reply = gateway.ask(gateway.to("/organizations?identifier=" + Gateway.quoted(identifier))
                .GET()
                .build());
        return items(reply.body()).stream()
                .map(item -> string(item, "id"))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    /** The id of a demand of the catalogue. */
    Optional<String> demand(DemandKey key) {
        return organization(key.buyer()).flatMap(buyer -> demandOf(buyer, key.reference()));
    }

    private Optional<String> demandOf(String buyer, String reference) {
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            String query = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            Reply reply = gateway.ask(gateway.to("/organizations/" + buyer + "/demands?limit=100" + query)
                    .GET()
                    .build());
            Optional<String> found = items(reply.body()).stream()
                    .filter(item -> reference.equals(anywhere(item, "reference").stringValue("")))
                    .map(item -> anywhere(item, "id").stringValue(""))
                    .findFirst();
            cursor = next(reply);
            if (found.isPresent() || cursor.isEmpty()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The elements of a page: the answer itself where it is a list, else its first list; an object alone is one. */
    static List<JsonNode> items(JsonNode page) {
        if (page.isArray()) {
            return page.valueStream().toList();
        }
        Optional<JsonNode> list = page.valueStream().filter(JsonNode::isArray).findFirst();
        if (page.isObject() && !string(page, "id").isEmpty()) {
            return List.of(page);
        }
        return list.map(found -> found.valueStream().toList()).orElse(List.of());
    }

    /** A field of a record, or of the content a record wraps. */
    static JsonNode anywhere(JsonNode item, String field) {
        JsonNode own = item.path(field);
        if (!own.isMissingNode()) {
            return own;
        }
        return item.valueStream()
                .filter(JsonNode::isObject)
                .map(inner -> inner.path(field))
                .filter(inner -> !inner.isMissingNode())
                .findFirst()
                .orElse(own);
    }

    private static String next(Reply reply) {
        Matcher link = NEXT.matcher(String.join(", ", reply.headers().allValues("Link")));
        return link.find() ? link.group(1) : Gateway.quoted(string(reply.body(), "next"));
    }
}
