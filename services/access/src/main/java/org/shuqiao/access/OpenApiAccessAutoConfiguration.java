package org.shuqiao.access;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Set;
import java.util.stream.Collectors;
import org.shuqiao.access.policy.Policy;
import org.shuqiao.access.policy.Rule;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Lets the description of a service's HTTP interface tell which operations need a token. */
@AutoConfiguration(afterName = "org.shuqiao.access.policy.PolicyAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
class OpenApiAccessAutoConfiguration {
    private static final String TOKEN = "token";

    OpenApiAccessAutoConfiguration() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Access.class, Caller.class);
    }

    @Bean
    GlobalOpenApiCustomizer tokensInOpenApi(Policy policy) {
        Set<String> free = policy.rules().stream()
                .filter(Rule::isForAll)
                .flatMap(rule -> rule.endpoints().stream())
                .collect(Collectors.toSet());
        return openApi -> describe(openApi, free);
    }

    private static void describe(OpenAPI openApi, Set<String> free) {
        if (openApi.getPaths() == null) {
            return;
        }
        openApi.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the identity service"));
        openApi.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (!free.contains(name(method, path))) {
                        operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
                    }
                }));
    }

    private static String name(PathItem.HttpMethod method, String path) {
        return method.name() + " " + path;
    }
}
