package org.shuqiao.search.vector;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class VectorConfiguration {
    /** Of {@link Models} nothing is loaded unless there is one: neither its libraries nor Spring AI. */
    @Bean
    Vectors vectors(VectorSettings settings, Clock clock) {
        return settings.kind() == VectorSettings.Kind.NONE ? new NoVectors() : Models.probed(settings, clock);
    }

    /** {@code DEGRADED} while the model gives no vectors. It is not part of readiness: requests are served without. */
    @Bean
    @ConditionalOnExpression("!'${shuqiao.search.vectors.kind:none}'.equalsIgnoreCase('none')")
    ReactiveHealthIndicator vectorsHealthIndicator(Vectors vectors) {
        return () -> Mono.fromSupplier(() -> vectors.trouble()
                .map(reason -> Health.status("DEGRADED").withDetail("reason", reason))
                .orElseGet(Health::up)
                .build());
    }

    private static final class Models {
        static Vectors probed(VectorSettings settings, Clock clock) {
            ModelVectors vectors = settings.kind() == VectorSettings.Kind.ONNX
                    ? new ModelVectors(new OnnxEmbeddingModel(settings.onnx()), settings, clock)
                    : new ModelVectors(new HttpEmbeddingModel(settings.model(), settings.http()), settings, clock);
            vectors.probe();
            return vectors;
        }
    }
}
