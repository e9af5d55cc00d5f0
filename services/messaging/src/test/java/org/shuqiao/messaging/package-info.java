@org.jspecify.annotations.NullMarked
package org.shuqiao.messaging;
