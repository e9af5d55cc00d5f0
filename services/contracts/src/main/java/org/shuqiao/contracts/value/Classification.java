package org.shuqiao.contracts.value;

/** A class in a scheme: {@code CPV}, {@code UN-CPC}, {@code EBOPS}, {@code UNSPSC}, or the thesaurus' own. */
public record Classification(String scheme, String id) {
    public Classification {
        scheme = Expect.line("scheme", scheme, 40);
        id = Expect.line("id", id, 100);
    }
}
