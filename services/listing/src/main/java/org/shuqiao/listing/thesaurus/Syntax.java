package org.shuqiao.listing.thesaurus;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MimeTypeUtils;

/** How the answer is written that the caller likes best. */
enum Syntax {
    JSON(MediaType.APPLICATION_JSON_VALUE),
    TURTLE(Syntax.TURTLE_VALUE),
    JSON_LD(Syntax.JSON_LD_VALUE);

    static final String TURTLE_VALUE = "text/turtle;charset=UTF-8";
    static final String JSON_LD_VALUE = "application/ld+json";

    private final MediaType mediaType;

    Syntax(String mediaType) {
        this.mediaType = MediaType.parseMediaType(mediaType);
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** Part of the entity tag, since each is another representation. */
    String tag() {
        return mediaType.getSubtype().replace('+', '-');
    }

    /** The one that {@code request} accepts most willingly of {@code offered}; the first of them where it has no wish. */
    static Syntax of(ServerHttpRequest request, Syntax... offered) {
        List<MediaType> accepted = new ArrayList<>(request.getHeaders().getAccept());
        MimeTypeUtils.sortBySpecificity(accepted);
        accepted.sort((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()));
        for (MediaType wish : accepted) {
            for (Syntax syntax : offered) {
                if (wish.isCompatibleWith(syntax.mediaType) && wish.getQualityValue() > 0) {
                    return syntax;
                }
            }
        }
        return offered[0];
    }
}
