/** The words of the field as records that cannot be wrong: languages, places, money, texts, identifiers; in comes what a person or a file said, out comes a value or an {@link org.shuqiao.contracts.value.InvalidValue}. */
@NullMarked
package org.shuqiao.contracts.value;

import org.jspecify.annotations.NullMarked;
