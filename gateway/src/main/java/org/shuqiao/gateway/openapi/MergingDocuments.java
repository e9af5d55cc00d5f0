package org.shuqiao.gateway.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one OpenAPI 3.1 document of those of the services. Paths get the public prefix; an operation is taken from the
 * service that this gateway sends it to and from no other; a component or operation id keeps its name unless two
 * services mean different things by it, then both are prefixed with their service. Each operation is tagged with its
 * service. What this gateway answers itself about sessions, in {@code openapi/own.json}, is added as it is.
 */
@Component
class MergingDocuments {

    private static final String PREFIX = "/api";
    private static final String COMPONENTS = "#/components/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    /** The place of a component: {@code #/components/<section>/<name>}. */
    private record Definition(String section, String name) {

        static Definition ofReference(String reference) {
            String[] parts = reference.substring(COMPONENTS.length()).split("/", 3);
            return new Definition(parts[0], parts.length > 1 ? parts[1] : "");
        }

        String reference() {
            return COMPONENTS + section + "/" + name;
        }
    }

    private final RoutedOperations routes;
    private final JsonMapper json = JsonMapper.shared();
    private final ObjectNode own;

    MergingDocuments(RoutedOperations routes) {
        this.routes = routes;
        this.own = own();
    }

    private ObjectNode own() {
        try (InputStream in = new ClassPathResource("openapi/own.json").getInputStream()) {
            return (ObjectNode) json.readTree(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    ObjectNode merge(List<ServiceDocument> documents) {
        List<ServiceDocument.Present> present = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (ServiceDocument document : documents) {
            switch (document) {
                case ServiceDocument.Present there -> present.add(there);
                case ServiceDocument.Missing(String service) -> missing.add(service);
            }
        }
        ObjectNode merged = head(missing);
        ArrayNode tags = merged.putArray("tags");
        documents.forEach(
                document -> tags.addObject().put("name", document.service()).put("description", tagText(document)));

        tags.addObject()
                .put("name", "gateway")
                .put("description", own.path("description").asString());

        Map<String, Integer> operationIds = new HashMap<>();
        Set<Definition> clashing = clashing(present);
        ObjectNode paths = json.createObjectNode();
        ObjectNode components = json.createObjectNode();
        for (ServiceDocument.Present document : present) {
            ObjectNode theirs = document.openApi().deepCopy();
            redirect(theirs, document.service(), clashing);
            addPaths(document.service(), theirs, paths, operationIds);
            addComponents(document.service(), theirs, components, clashing);
        }
        ObjectNode ours = own.deepCopy();
        ours.path("paths").properties().forEach(path -> paths.set(path.getKey(), path.getValue()));
        components.set("securitySchemes", ours.path("securitySchemes"));
        operationIds.values().removeIf(uses -> uses < 2);
        separateOperationIds(paths, operationIds.keySet());
        merged.set("paths", paths);
        merged.set("components", components);
        return merged;
    }

    private ObjectNode head(List<String> missing) {
        String text = "Marketplace of digital services between Shanghai and its partner cities. Errors are problems"
                + " (RFC 9457).";
        if (!missing.isEmpty()) {
            text += "\n\n**Incomplete:** no document came from " + String.join(", ", missing)
                    + ". Its operations are missing below.";
        }
        ObjectNode merged = json.createObjectNode();
        merged.put("openapi", "3.1.0");
        merged.putObject("info").put("title", "Shuqiao").put("version", "0.1").put("description", text);
        merged.putArray("servers").addObject().put("url", "/");
        return merged;
    }

    private static String tagText(ServiceDocument document) {
        return switch (document) {
            case ServiceDocument.Present(String service, ObjectNode openApi) ->
                openApi.path("info").path("description").asString(service);
            case ServiceDocument.Missing(String service) -> service + " does not answer right now";
        };
    }

    private void addPaths(String service, ObjectNode own, ObjectNode paths, Map<String, Integer> operationIds) {
        own.path("paths").properties().forEach(path -> {
            String publicPath = PREFIX + path.getKey();
            path.getValue().properties().forEach(operation -> {
                String method = operation.getKey();
                if (!METHODS.contains(method)
                        || !(operation.getValue() instanceof ObjectNode description)
                        || !routes.service(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), publicPath)
                                .filter(service::equals)
                                .isPresent()) {
                    return;
                }
                inheritParameters(path.getValue(), description);
                description.putArray("tags").add(service);
                description.remove("servers");
                String id = description.path("operationId").asString("");
                operationIds.merge(id, 1, Integer::sum);
                paths.withObjectProperty(publicPath).set(method, description);
            });
        });
    }

    /** Parameters of the path belong to its operations here, because two services may share a path. */
    private void inheritParameters(JsonNode path, ObjectNode operation) {
        if (path.path("parameters") instanceof ArrayNode inherited && !inherited.isEmpty()) {
            ArrayNode parameters = json.createArrayNode().addAll(inherited);
            operation.path("parameters").forEach(parameters::add);
            operation.set("parameters", parameters);
        }
    }

    private static void separateOperationIds(ObjectNode paths, Set<String> shared) {
        paths.forEach(path -> path.forEach(operation -> {
            String id = operation.path("operationId").asString("");
            if (shared.contains(id) && !id.isEmpty()) {
                String service = operation.path("tags").path(0).asString();
                ((ObjectNode) operation).put("operationId", prefixed(service, id));
            }
        }));
    }

    private static void addComponents(String service, ObjectNode own, ObjectNode components, Set<Definition> clashing) {
        own.path("components")
                .properties()
                .forEach(section -> section.getValue().properties().forEach(component -> {
                    Definition key = new Definition(section.getKey(), component.getKey());
                    String name = clashing.contains(key) ? prefixed(service, key.name()) : key.name();
                    components.withObjectProperty(section.getKey()).set(name, component.getValue());
                }));
    }

    /** Components that services define differently, and those that use such a component, however far away. */
    private static Set<Definition> clashing(List<ServiceDocument.Present> documents) {
        Map<Definition, List<JsonNode>> definitions = new LinkedHashMap<>();
        documents.forEach(document -> document.openApi()
                .path("components")
                .properties()
                .forEach(section -> section.getValue()
                        .properties()
                        .forEach(component -> definitions
                                .computeIfAbsent(
                                        new Definition(section.getKey(), component.getKey()), key -> new ArrayList<>())
                                .add(component.getValue()))));
        definitions.values().removeIf(same -> same.size() < 2);

        Set<Definition> clashing = new HashSet<>();
        Map<Definition, Set<Definition>> uses = new HashMap<>();
        definitions.forEach((component, variants) -> {
            if (new HashSet<>(variants).size() > 1) {
                clashing.add(component);
            }
            Set<Definition> used = new HashSet<>();
            variants.forEach(variant -> collectReferences(variant, used));
            uses.put(component, used);
        });
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<Definition, Set<Definition>> use : uses.entrySet()) {
                if (use.getValue().stream().anyMatch(clashing::contains)) {
                    grew |= clashing.add(use.getKey());
                }
            }
        }
        return clashing;
    }

    private static void collectReferences(JsonNode node, Set<Definition> found) {
        if (node.isString() && node.asString().startsWith(COMPONENTS)) {
            found.add(Definition.ofReference(node.asString()));
        }
        node.forEach(child -> collectReferences(child, found));
    }

    /** References are whole strings beginning with {@code #/components/}: {@code $ref} and discriminator mappings. */
    private static void redirect(JsonNode node, String service, Set<Definition> clashing) {
        Map<String, String> changed = new TreeMap<>();
        node.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isString() && value.asString().startsWith(COMPONENTS)) {
                Definition component = Definition.ofReference(value.asString());
                if (clashing.contains(component)) {
                    changed.put(
                            property.getKey(),
                            new Definition(component.section(), prefixed(service, component.name())).reference());
                }
            }
        });
        changed.forEach((name, reference) -> ((ObjectNode) node).put(name, reference));
        node.forEach(child -> redirect(child, service, clashing));
    }

    private static String prefixed(String service, String name) {
        return Character.toUpperCase(service.charAt(0))
                + service.substring(1)
                + Character.toUpperCase(name.charAt(0))
                + name.substring(1);
    }
}
