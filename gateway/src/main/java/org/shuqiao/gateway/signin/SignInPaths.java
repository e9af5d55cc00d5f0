package org.shuqiao.gateway.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The paths of this package. The way back from the identity service is the one that is registered there. */
@Configuration(proxyBeanMethods = false)
class SignInPaths {

    @Bean
    RouterFunction<ServerResponse> signInAndOut(SigningIn in, SigningOut out, ShowingSession session) {
        return RouterFunctions.route()
                .GET("/sign-in", in::begin)
                .GET("/login/oauth2/code/identity", in::finish)
                .GET("/api/session", session::show)
                .POST("/sign-out", out::end)
                .build();
    }
}
