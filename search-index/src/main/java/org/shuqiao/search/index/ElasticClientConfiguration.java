package org.shuqiao.search.index;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The HTTP client under that of Elasticsearch, without what a browser would need. Left to itself it asks for compressed
 * answers, and compressing one for 200 candidates takes Elasticsearch about as long as finding them.
 */
@Configuration(proxyBeanMethods = false)
class ElasticClientConfiguration {
    @Bean
    Rest5ClientBuilderCustomizer plainHttp() {
        return new Rest5ClientBuilderCustomizer() {
            @Override
            public void customize(Rest5ClientBuilder builder) {
                // the HTTP client alone
            }

            @Override
            public void customize(HttpAsyncClientBuilder builder) {
                builder.disableContentCompression()
                        .disableCookieManagement()
                        .disableRedirectHandling()
                        .disableAuthCaching();
            }
        };
    }
}
