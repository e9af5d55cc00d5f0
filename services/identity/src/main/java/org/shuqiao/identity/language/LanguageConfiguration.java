package org.shuqiao.identity.language;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {
    private final BrowserLanguage language = new BrowserLanguage();

    @Bean
    BrowserLanguage localeResolver() {
        return language;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(language);
    }
}
