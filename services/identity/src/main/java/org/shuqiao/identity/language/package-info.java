/** The six languages of pages and mails, and which of them a browser wants. */
@NullMarked
package org.shuqiao.identity.language;

import org.jspecify.annotations.NullMarked;
