/**
 * Who did what to what: acts come in within the transaction that does them, a hash-chained log in the service's own
 * database goes out, with search, export, signed checkpoints and a verifier.
 */
@NullMarked
package org.shuqiao.audit;

import org.jspecify.annotations.NullMarked;
