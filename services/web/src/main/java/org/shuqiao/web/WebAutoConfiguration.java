package org.shuqiao.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Gives a WebFlux service this module's manners that need no database. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration",
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(WebSettings.class)
class WebAutoConfiguration {

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    ProblemHandler problemHandler(JsonMapper json, List<ProblemSource> sources) {
        return new ProblemHandler(json, sources);
    }

    /** Fields without a value are left out of answers. */
    @Bean
    JsonMapperBuilderCustomizer answersWithoutNulls() {
        return mapper -> mapper.changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    @Bean
    WebFluxConfigurer strictRequestBodies(StrictJson json, WebSettings settings) {
        int maxBytes = Math.toIntExact(settings.maxBody().toBytes());
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.defaultCodecs().maxInMemorySize(maxBytes);
                codecs.defaultCodecs().jacksonJsonDecoder(new StrictJsonDecoder(json, maxBytes));
            }
        };
    }
}
