package org.shuqiao.listing.thesaurus;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the thesaurus is published.
 *
 * @param base what the URIs of concepts begin with, absolute and ending with a slash: {@code <base>concepts/<id>}. They are
 *     names for good; where the gateway answers under it, they lead to what they name.
 */
@ConfigurationProperties("shuqiao.listing.thesaurus")
record ThesaurusSettings(
        @DefaultValue("http://127.0.0.1:8080/api/") URI base) {
    ThesaurusSettings {
        if (!base.isAbsolute() || !base.toString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "shuqiao.listing.thesaurus.base: expected an absolute URI ending with a slash, got " + base);
        }
    }
}
