/**
 * Events between services: in comes what a transaction did, out goes the same to every consumer, once in effect and in
 * order per aggregate, or to a dead-letter topic from which it can be replayed.
 */
@NullMarked
package org.shuqiao.messaging;

import org.jspecify.annotations.NullMarked;
