/** Texts by language: in comes a multilingual text, out come the words of each field of the index, the language detected where none is given. */
@NullMarked
package org.shuqiao.search.text;

import org.jspecify.annotations.NullMarked;
