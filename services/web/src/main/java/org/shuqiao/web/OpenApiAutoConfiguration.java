package org.shuqiao.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * Lets the description of a service's HTTP interface tell of the manners: problems everywhere, {@code Idempotency-Key} on
 * what creates (POST to a collection), {@code If-Match} on what changes (PUT, and POST below an id).
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
class OpenApiAutoConfiguration {
    private static final String PROBLEM = "Problem";

    OpenApiAutoConfiguration() {
        SpringDocUtils.getConfig()
                .replaceWithSchema(Currency.class, new StringSchema().description("ISO 4217"))
                .replaceWithSchema(
                        BigDecimal.class,
                        new StringSchema().description("A decimal number; a JSON number is read too"));
    }

    @Bean
    GlobalOpenApiCustomizer mannersInOpenApi() {
        return OpenApiAutoConfiguration::describe;
    }

    private static void describe(OpenAPI openApi) {
        if (openApi.getPaths() == null) {
            return;
        }
        openApi.getComponents().addSchemas(PROBLEM, problem());
        openApi.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        boolean ofOne = path.contains("{id}");
        if (method == PathItem.HttpMethod.PUT || method == PathItem.HttpMethod.POST && ofOne) {
            operation.addParametersItem(header("If-Match", "The ETag of the version that is changed"));
        } else if (method == PathItem.HttpMethod.POST) {
            operation.addParametersItem(
                    header(IdempotencyKeys.HEADER, "Names this request, so that sent again it is not done again"));
        }
        operation.getResponses().addApiResponse("default", refused());
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(true)
                .description(description)
                .schema(new StringSchema());
    }

    private static ApiResponse refused() {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("A problem (RFC 9457)")
                .addHeaderObject(
                        "Retry-After", new Header().description("Seconds").schema(new IntegerSchema()))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", new StringSchema().description("Its path, or a parameter's or header's name"))
                .addProperty("expected", new StringSchema())
                .addProperty("received", new StringSchema().description("What came, shortened"))
                .required(List.of("field", "expected"));
        return new ObjectSchema()
                .description("What kept a request from being answered as asked (RFC 9457)")
                .addProperty("type", new StringSchema().description("urn:shuqiao:problem:<slug>, stable"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error))
                .required(List.of("type", "title", "status", "detail"));
    }
}
