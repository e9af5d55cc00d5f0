package org.shuqiao.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqiao.contracts.value.Refusals.assertRefuses;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    @ParameterizedTest
    @ValueSource(strings = {"CN-USCC", "LEI", "VAT", "SHUQIAO-DEMO", "X1", "1A"})
    void acceptsAScheme(String scheme) {
        assertThat(Identifier.of(scheme, "1")).hasToString(scheme + ":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "vat", "-X1", "A B", "A:B", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQ"})
    void refusesWhatIsNoScheme(String scheme) {
        assertRefuses("scheme", () -> Identifier.of(scheme, "1"));
    }

    @Test
    void refusesAnEmptyOrEndlessId() {
        assertRefuses("id", () -> Identifier.of("VAT", " "));
        assertRefuses("id", () -> Identifier.of("VAT", "1".repeat(101)));
        assertRefuses("uri", () -> new Identifier("VAT", "1", "u".repeat(501)));
    }

    @Test
    void refersByIdOrByIdentifier() {
        UUID id = UUID.randomUUID();
        assertThat(OrganizationReference.of(id).id()).isEqualTo(id);
        assertThat(OrganizationReference.of(id).identifier()).isNull();
        OrganizationReference byIdentifier = new OrganizationReference("SHUQIAO-DEMO:p:001");
        assertThat(byIdentifier.id()).isNull();
        assertThat(byIdentifier.identifier()).isEqualTo(Identifier.of("SHUQIAO-DEMO", "p:001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "somebody", ":", "VAT:", ":1", "vat:1", "0198c2a0-5b3e-7c11-9d2f-3a4b5c6d7e8"})
    void refusesAReferenceToNobody(String reference) {
        assertRefuses("", () -> new OrganizationReference(reference));
    }

    @Test
    void shortensWhatCame() {
        InvalidValue refusal = new InvalidValue("f", "less", "€".repeat(1_000));
        assertThat(refusal.received()).hasSize(81).endsWith("…");
        assertThat(refusal.getMessage()).hasSizeLessThan(200);
        // never half of a surrogate pair, which JSON could not carry
        InvalidValue emoji = new InvalidValue("f", "less", "a" + "😀".repeat(100));
        assertThat(Character.isHighSurrogate(
                        String.valueOf(emoji.received()).charAt(emoji.received().length() - 2)))
                .isFalse();
    }
}
