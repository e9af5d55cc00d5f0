package org.shuqiao.search.concept;

/**
 * A concept by one of its labels.
 *
 * @param language primary tag of the label
 */
public record NamedConcept(String concept, String label, String language) {}
