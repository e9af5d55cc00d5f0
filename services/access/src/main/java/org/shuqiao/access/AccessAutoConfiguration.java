package org.shuqiao.access;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Tells the endpoints of a service who asks. The service, or its view of the memberships, gives {@link Memberships}. */
@AutoConfiguration(
        afterName = {
            "org.shuqiao.access.token.TokenAutoConfiguration",
            "org.shuqiao.access.member.PostgresMembersAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class AccessAutoConfiguration {
    @Bean
    Callers callers(AccessSettings settings, Memberships memberships) {
        return new Callers(settings, memberships);
    }

    @Bean
    WebFluxConfigurer callersForEndpoints(Callers callers) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new AccessArgument(callers));
            }
        };
    }
}
