/** What crosses a process. */
@org.jspecify.annotations.NullMarked
package org.shuqiao.contracts;
