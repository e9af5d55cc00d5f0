package org.shuqiao.contracts.thesaurus;

import org.shuqiao.contracts.value.LanguageTag;

/**
 * A concept in a list.
 *
 * @param label the preferred one in the language asked for, else in English
 * @param language of the label
 * @param narrower how many concepts are next narrower
 */
public record ConceptEntry(String id, String label, LanguageTag language, int narrower) {}
