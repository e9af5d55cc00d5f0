package org.shuqiao.search.concept;

import org.shuqiao.thesaurus.Recognizer;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.Thesaurus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConceptConfiguration {
    @Bean
    Thesaurus thesaurus() {
        return Thesaurus.builtIn();
    }

    @Bean
    SemanticInterpreter semanticInterpreter(Thesaurus thesaurus) {
        return new SemanticInterpreter(thesaurus);
    }

    @Bean
    Recognizer recognizer(Thesaurus thesaurus) {
        return new Recognizer(thesaurus);
    }
}
