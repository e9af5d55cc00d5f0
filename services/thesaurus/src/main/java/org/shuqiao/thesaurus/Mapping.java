package org.shuqiao.thesaurus;

/**
 * That a concept means what a class of another scheme means.
 *
 * @param exact whether it means just that ({@code skos:exactMatch}), else nearly ({@code skos:closeMatch})
 * @param scheme {@code cpv} (CPV 2008), {@code cpc} (UN CPC 2.1), {@code ebops} (EBOPS 2010) or {@code unspsc}
 */
public record Mapping(boolean exact, String scheme, String code) {}
