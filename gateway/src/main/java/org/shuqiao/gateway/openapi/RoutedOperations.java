package org.shuqiao.gateway.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.handler.predicate.PredicateDefinition;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which service answers an operation, read from the same route definitions that route the requests. So the page lists
 * what is reachable and nothing else, and each operation once.
 */
@Component
class RoutedOperations {

    private record Rule(List<PathPattern> paths, Set<HttpMethod> methods, String service) {

        boolean matches(HttpMethod method, PathContainer path) {
            return (methods.isEmpty() || methods.contains(method))
                    && paths.stream().anyMatch(pattern -> pattern.matches(path));
        }
    }

    private final List<Rule> rules;

    RoutedOperations(GatewayProperties gateway) {
        this.rules = gateway.getRoutes().stream().map(RoutedOperations::rule).toList();
    }

    /** @param path public and with {@code /api}; a template variable stands for any one segment */
    Optional<String> service(HttpMethod method, String path) {
        PathContainer any = PathContainer.parsePath(path.replaceAll("\\{[^/}]*}", "x"));
        return rules.stream()
                .filter(rule -> rule.matches(method, any))
                .findFirst()
                .map(Rule::service);
    }

    private static Rule rule(RouteDefinition route) {
        List<PathPattern> paths = new ArrayList<>();
        Set<HttpMethod> methods = Set.of();
        for (PredicateDefinition predicate : route.getPredicates()) {
            switch (String.valueOf(predicate.getName())) {
                case "Path" ->
                    predicate.getArgs().values().stream()
                            .map(PathPatternParser.defaultInstance::parse)
                            .forEach(paths::add);
                case "Method" ->
                    methods = predicate.getArgs().values().stream()
                            .map(HttpMethod::valueOf)
                            .collect(Collectors.toUnmodifiableSet());
                default ->
                    throw new IllegalStateException("Route %s: the predicates Path and Method were expected, got %s"
                            .formatted(route.getId(), predicate.getName()));
            }
        }
        Object service = route.getMetadata().get("service");
        if (service == null) {
            throw new IllegalStateException(
                    "Route %s: metadata.service was expected, got none".formatted(route.getId()));
        }
        return new Rule(List.copyOf(paths), methods, service.toString());
    }
}
