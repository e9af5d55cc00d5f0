/**
 * The analysis components that the bare Elasticsearch distribution lacks, under the names and with the settings of the
 * official image: in comes the {@code analysis} section of an index, out go tokens.
 */
@NullMarked
package org.shuqiao.local.analysis;

import org.jspecify.annotations.NullMarked;
