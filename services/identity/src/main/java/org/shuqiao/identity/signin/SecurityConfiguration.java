package org.shuqiao.identity.signin;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Set;
import org.shuqiao.identity.factor.CompletingSignIn;
import org.shuqiao.identity.factor.Factor;
import org.shuqiao.identity.token.ConfiguredClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagerFactories;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Two doors: the endpoints of OpenID Connect, and the pages. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String SIGN_IN = "/sign-in";
    private static final String CODE = "/sign-in/code";
    /** How long after the password what guards an account may be changed. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    @Bean
    @Order(1)
    SecurityFilterChain endpoints(
            HttpSecurity http, SignedOut signedOut, ConfiguredClients clients, CompletingSignIn completing) {
        OidcLogoutAuthenticationSuccessHandler logout = new OidcLogoutAuthenticationSuccessHandler();
        logout.setLogoutHandler(signedOut);
        MediaTypeRequestMatcher browser = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        browser.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(oidc -> oidc.logoutEndpoint(endpoint -> endpoint.logoutResponseHandler(logout)));
        });
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(complete(completing)))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(new LanguageOfClient(SIGN_IN), browser)
                        .defaultDeniedHandlerForMissingAuthority(
                                new LoginUrlAuthenticationEntryPoint(CODE), Factor.TOTP.authority()))
                .headers(headers -> strict(headers, clients))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, SignedOut signedOut, ConfiguredClients clients, CompletingSignIn completing) {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(SIGN_IN, "/register/**", "/recover/**", "/identity.css", "/error")
                                .permitAll()
                                .requestMatchers("/actuator/health/**")
                                .permitAll()
                                .requestMatchers(CODE)
                                .hasAuthority(Factor.PASSWORD.authority())
                                .requestMatchers("/", "/sessions/**")
                                .access(complete(completing))
                                .requestMatchers("/factors/**")
                                .access(fresh(completing))
                                .anyRequest()
                                .denyAll())
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter("email")
                        .successHandler(success(completing))
                        .failureHandler(failure()))
                .exceptionHandling(exceptions -> exceptions.defaultDeniedHandlerForMissingAuthority(
                        new LoginUrlAuthenticationEntryPoint(CODE), Factor.TOTP.authority()))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler(signedOut)
                        .logoutSuccessUrl(SIGN_IN + "?ended"))
                .headers(headers -> strict(headers, clients))
                .build();
    }

    /** Signed in with the second step, where the account asks for it. */
    private static AuthorizationManager<RequestAuthorizationContext> complete(CompletingSignIn completing) {
        return AuthorizationManagerFactories.<RequestAuthorizationContext>multiFactor()
                .when(completing::asksForCode)
                .requireFactor(factor -> factor.authority(Factor.TOTP.authority()))
                .build()
                .authenticated();
    }

    private static AuthorizationManager<RequestAuthorizationContext> fresh(CompletingSignIn completing) {
        return AuthorizationManagers.allOf(
                AuthorizationManagerFactories.<RequestAuthorizationContext>multiFactor()
                        .requireFactor(factor -> factor.passwordAuthority().validDuration(FRESH))
                        .build()
                        .authenticated(),
                complete(completing));
    }

    private static AuthenticationSuccessHandler success(CompletingSignIn completing) {
        SavedRequestAwareAuthenticationSuccessHandler back = new SavedRequestAwareAuthenticationSuccessHandler();
        back.setDefaultTargetUrl("/sessions");
        return (request, response, authentication) -> {
            if (completing.asksForCode(authentication)) {
                response.sendRedirect(CODE);
                return;
            }
            CompletingSignIn.note(request, authentication);
            back.onAuthenticationSuccess(request, response, authentication);
        };
    }

    private static AuthenticationFailureHandler failure() {
        return (request, response, failure) -> {
            String why = failure instanceof LockedException
                    ? "too-often"
                    : failure instanceof AuthenticationServiceException ? "busy" : "wrong";
            response.sendRedirect(SIGN_IN + "?" + why);
        };
    }

    /**
     * Pages load one style sheet and send forms here. Browsers hold the way a form's answer leads to the same rule, so the
     * clients' addresses are named.
     */
    private static void strict(HeadersConfigurer<HttpSecurity> headers, ConfiguredClients clients) {
        String forms = String.join(" ", clients.redirectOrigins());
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; style-src 'self';"
                        + " img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + forms))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
