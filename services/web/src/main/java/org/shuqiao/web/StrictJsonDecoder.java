package org.shuqiao.web;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.AbstractDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Request bodies in JSON: whole, up to a cap, read by {@link StrictJson}. A body above the cap is a 413 problem that
 * names the field in which the cap was reached. */
final class StrictJsonDecoder extends AbstractDecoder<Object> {
    private final StrictJson json;
    private final int maxBytes;

    StrictJsonDecoder(StrictJson json, int maxBytes) {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
        this.json = json;
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean canDecode(ResolvableType elementType, @Nullable MimeType mimeType) {
        return !CharSequence.class.isAssignableFrom(elementType.toClass()) && super.canDecode(elementType, mimeType);
    }

    @Override
    public Mono<Object> decodeToMono(
            Publisher<DataBuffer> input,
            ResolvableType elementType,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        return Flux.from(input)
                .collect(Body::new, Body::add)
                .filter(body -> body.bytes.size() > 0)
                .map(body -> json.read(body.bytes.toByteArray(), elementType.getType()));
    }

    @Override
    public Flux<Object> decode(
            Publisher<DataBuffer> input,
            ResolvableType elementType,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        ResolvableType list = ResolvableType.forClassWithGenerics(List.class, elementType);
        return decodeToMono(input, list, mimeType, hints).flatMapIterable(values -> (List<?>) values);
    }

    private final class Body {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void add(DataBuffer buffer) {
            try {
                int room = maxBytes - bytes.size();
                byte[] chunk = new byte[Math.min(room, buffer.readableByteCount())];
                boolean tooMuch = buffer.readableByteCount() > room;
                buffer.read(chunk);
                bytes.writeBytes(chunk);
                if (tooMuch) {
                    throw tooLarge();
                }
            } finally {
                DataBufferUtils.release(buffer);
            }
        }

        private Problem tooLarge() {
            byte[] begin = bytes.toByteArray();
            String field = json.fieldAt(begin, begin.length);
            return ProblemHandler.tooLarge(field.isEmpty() ? JsonProblems.BODY : field, maxBytes);
        }
    }
}
