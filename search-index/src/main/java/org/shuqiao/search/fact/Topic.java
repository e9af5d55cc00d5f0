package org.shuqiao.search.fact;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A concept a text is about.
 *
 * @param concept its id in the thesaurus
 * @param weight how much the text is about it, from 1: once in passing
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Topic(String concept, double weight) {}
