package org.shuqiao.access.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which rule a request is under. */
final class Endpoints {
    private final List<Endpoint> endpoints;

    private record Endpoint(String method, PathPattern path, Rule rule) {}

    /** What was found. */
    sealed interface Found {
        record Ruled(Rule rule, PathPattern path) implements Found {}

        /** There is something at the address, but not by this method. */
        record OtherMethod() implements Found {}

        record Nothing() implements Found {}
    }

    Endpoints(Policy policy) {
        List<Endpoint> all = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            for (String endpoint : rule.endpoints()) {
                String[] parts = endpoint.split(" ", 2);
                all.add(new Endpoint(parts[0], PathPatternParser.defaultInstance.parse(parts[1]), rule));
            }
        }
        // as Spring finds its handlers: the most specific first
        all.sort(Comparator.comparing(Endpoint::path, PathPattern.SPECIFICITY_COMPARATOR));
        endpoints = List.copyOf(all);
    }

    Found find(HttpMethod method, PathContainer path) {
        String asked = method.equals(HttpMethod.HEAD) ? "GET" : method.name();
        boolean other = false;
        for (Endpoint endpoint : endpoints) {
            if (endpoint.path().matches(path)) {
                if (endpoint.method().equals(asked)) {
                    return new Found.Ruled(endpoint.rule(), endpoint.path());
                }
                other = true;
            }
        }
        return other ? new Found.OtherMethod() : new Found.Nothing();
    }

    /** What answers requests and has no rule, such as {@code GET /secrets}. */
    Set<String> unruled(Iterable<? extends RequestMappingInfoHandlerMapping> mappings) {
        Set<String> ruled = new TreeSet<>();
        endpoints.forEach(endpoint -> ruled.add(endpoint.method() + " " + endpoint.path()));
        Set<String> unruled = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().keySet().forEach(info -> unruled.addAll(names(info)));
        }
        unruled.removeAll(ruled);
        return unruled;
    }

    private static List<String> names(RequestMappingInfo info) {
        List<String> names = new ArrayList<>();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (PathPattern path : info.getPatternsCondition().getPatterns()) {
            if (methods.isEmpty()) {
                names.add("* " + path);
            }
            methods.forEach(method -> names.add(method + " " + path));
        }
        return names;
    }
}
