package org.shuqiao.search.understand;

import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.understanding.UnderstandingText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UnderstandConfiguration {
    @Bean
    UnderstandingText understandingText(LivingThesaurus living) {
        return new UnderstandingText(living::recognizer);
    }
}
