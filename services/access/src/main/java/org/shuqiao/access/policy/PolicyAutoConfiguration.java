package org.shuqiao.access.policy;

import org.shuqiao.access.Callers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/** Holds a service to its rules, which are those of its {@code spring.application.name}. */
@AutoConfiguration(afterName = "org.shuqiao.access.AccessAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class PolicyAutoConfiguration {
    @Bean
    Policy policy(@Value("${spring.application.name}") String service) {
        return Policy.read().of(service);
    }

    @Bean
    PolicyGate policyGate(Policy policy, Callers callers, ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        return new PolicyGate(policy, callers, mappings);
    }
}
