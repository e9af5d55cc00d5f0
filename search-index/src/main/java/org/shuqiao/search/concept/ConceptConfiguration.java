package org.shuqiao.search.concept;

import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConceptConfiguration {
    /** @param listen whether this process hears of what happens; else what is built in is all */
    @Bean
    LivingThesaurus livingThesaurus(@Value("${shuqiao.search.listen:true}") boolean listen) {
        return LivingThesaurus.of(Thesaurus.builtIn(), !listen);
    }
}
