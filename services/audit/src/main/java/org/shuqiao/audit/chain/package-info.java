/**
 * The chain itself, without Spring and without a database: in comes JSON, out comes its canonical form, its hash, and
 * whether a log holds together. The verifier needs nothing else.
 */
@NullMarked
package org.shuqiao.audit.chain;

import org.jspecify.annotations.NullMarked;
