package org.shuqiao.listing.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.listing.ListingContent;
import org.shuqiao.contracts.listing.RefusedLine;
import org.shuqiao.web.FieldError;

/**
 * A record read, or refused: exactly one of {@code content} and {@code refusal} is there.
 *
 * @param chain the chain of hashes up to and with this record
 */
record ParsedRecord<C extends ListingContent>(
        RawRecord raw,
        Chain chain,
        @Nullable C content,
        @Nullable UUID owner,
        @Nullable RefusedLine refusal) {

    static <C extends ListingContent> ParsedRecord<C> accepted(RawRecord raw, Chain chain, C content) {
        return new ParsedRecord<>(raw, chain, content, null, null);
    }

    static <C extends ListingContent> ParsedRecord<C> refused(
            RawRecord raw, Chain chain, @Nullable String reference, FieldError error) {
        return new ParsedRecord<>(
                raw,
                chain,
                null,
                null,
                new RefusedLine(raw.line(), reference, error.field(), error.expected(), error.received()));
    }

    ParsedRecord<C> ownedBy(UUID id) {
        return new ParsedRecord<>(raw, chain, content, id, null);
    }

    ParsedRecord<C> refusedFor(FieldError error) {
        return refused(raw, chain, content == null ? null : content.reference(), error);
    }
}
