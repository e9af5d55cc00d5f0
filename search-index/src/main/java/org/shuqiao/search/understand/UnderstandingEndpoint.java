package org.shuqiao.search.understand;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.TextToUnderstand;
import org.shuqiao.contracts.search.UnderstandingView;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code POST /understandings}: what is understood of a text. Nothing is kept. */
@RestController
class UnderstandingEndpoint {
    private final ShowingUnderstanding showing;

    UnderstandingEndpoint(ShowingUnderstanding showing) {
        this.showing = showing;
    }

    /** What is understood of a text, for its author to see before it is published. Nothing is kept. */
    @PostMapping(
            path = "/understandings",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<UnderstandingView> understand(
            @RequestBody TextToUnderstand text,
            @Parameter(description = "the language of the labels, by BCP 47; that of the text where it is not given")
                    @RequestParam(required = false)
                    @Nullable
                    String reader,
            ServerWebExchange exchange) {
        exchange.getRequest().getQueryParams().keySet().forEach(UnderstandingEndpoint::known);
        return showing.show(text, reader(reader));
    }

    private static void known(String parameter) {
        if (!parameter.equals("reader")) {
            throw new InvalidValue(parameter, "the parameter reader", null);
        }
    }

    private static @Nullable LanguageTag reader(@Nullable String reader) {
        try {
            return reader == null ? null : new LanguageTag(reader);
        } catch (InvalidValue e) {
            throw new InvalidValue("reader", e.expected(), reader);
        }
    }
}
