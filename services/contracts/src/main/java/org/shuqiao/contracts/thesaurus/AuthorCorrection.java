package org.shuqiao.contracts.thesaurus;

import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.Expect;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.OrganizationReference;

/**
 * A correction that an organization makes for all texts of a language; the other fields are those of {@link Correction}.
 *
 * @param organization the author
 * @param context some of the text around the words, up to {@value #MOST_CONTEXT} characters, for who reviews it
 */
public record AuthorCorrection(
        OrganizationReference organization,
        LanguageTag language,
        String words,
        String concept,
        Correction.Kind kind,
        @Nullable String context) {
    static final int MOST_CONTEXT = 400;

    public AuthorCorrection {
        Expect.present("organization", organization, "the organization that corrects");
        Expect.present("language", language, "the language of the text");
        Correction correction = new Correction(words, concept, kind);
        words = correction.words();
        concept = correction.concept();
        context = Expect.optionalLine("context", context, MOST_CONTEXT);
    }
}
