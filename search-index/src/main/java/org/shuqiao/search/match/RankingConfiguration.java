package org.shuqiao.search.match;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RankingConfiguration {
    /** @param location a file, or {@code classpath:} and a name */
    @Bean
    Ranking ranking(@Value("${shuqiao.search.ranking:" + Ranking.BUILT_IN + "}") String location) {
        return Ranking.at(location);
    }
}
