/** Keeps the living thesaurus up to date: in come the additions that listing published, by its feed and its topic. */
@NullMarked
package org.shuqiao.search.thesaurus;

import org.jspecify.annotations.NullMarked;
