package org.shuqiao.gateway.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.shuqiao.gateway.GatewaySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answers itself: {@code /}, {@code /openapi.json} and {@code /docs}. */
@Configuration(proxyBeanMethods = false)
class PublicPages {

    private static final MediaType JAVASCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private record Page(String json, boolean complete) {}

    @Bean
    RouterFunction<ServerResponse> pages(
            FetchingDocuments fetching, MergingDocuments merging, GatewaySettings settings) {
        JsonMapper json = JsonMapper.shared();
        byte[] landing = json.writeValueAsBytes(landing());
        Mono<Page> document = fetching.fetch()
                .map(documents -> new Page(
                        json.writeValueAsString(merging.merge(documents)),
                        documents.stream().allMatch(ServiceDocument.Present.class::isInstance)))
                .cache(
                        page -> page.complete()
                                ? settings.openApi().keep()
                                : settings.openApi().keepIncomplete(),
                        failure -> Duration.ZERO,
                        () -> Duration.ZERO);
        String swaggerUi = "META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion() + "/";

        return RouterFunctions.route()
                .GET(
                        "/",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(landing))
                .GET(
                        "/openapi.json",
                        request -> document.flatMap(page -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(page.json())))
                .add(file("/docs", "openapi/docs.html", HTML))
                .add(file("/docs/docs.js", "openapi/docs.js", JAVASCRIPT))
                .add(file("/docs/swagger-ui.css", swaggerUi + "swagger-ui.css", CSS))
                .add(file("/docs/swagger-ui-bundle.js", swaggerUi + "swagger-ui-bundle.js", JAVASCRIPT))
                .build();
    }

    private static Map<String, Object> landing() {
        Map<String, Object> landing = new LinkedHashMap<>();
        landing.put("name", "Shuqiao");
        landing.put("about", "Marketplace of digital services between Shanghai and its partner cities");
        landing.put(
                "api",
                List.of(
                        "/api/offers",
                        "/api/demands",
                        "/api/suggestions",
                        "/api/organizations",
                        "/api/cities",
                        "/api/zones",
                        "/api/concepts",
                        "/api/thesaurus"));
        landing.put("session", "/api/session");
        landing.put("signIn", "/sign-in");
        landing.put("openapi", "/openapi.json");
        landing.put("docs", "/docs");
        landing.put("ui", "The web UI will be served here");
        return landing;
    }

    /** Read once, when first asked for, on a thread that may block. */
    private static RouterFunction<ServerResponse> file(String path, String resource, MediaType type) {
        Mono<byte[]> content = Mono.fromCallable(() -> new ClassPathResource(resource).getContentAsByteArray())
                .subscribeOn(Schedulers.boundedElastic())
                .cache();
        return RouterFunctions.route()
                .GET(
                        path,
                        request -> content.flatMap(bytes -> ServerResponse.ok()
                                .contentType(type)
                                .cacheControl(
                                        CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                                .bodyValue(bytes)))
                .build();
    }

    /** The webjar keeps its files under its version and says which one that is. */
    private static String swaggerUiVersion() {
        ClassPathResource about = new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties");
        try (InputStream in = about.getInputStream()) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
