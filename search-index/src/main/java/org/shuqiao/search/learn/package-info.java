/** Learns the weights of the ranking: in come recorded outcomes, out go a ranking and what it changes on later ones. */
@NullMarked
package org.shuqiao.search.learn;

import org.jspecify.annotations.NullMarked;
