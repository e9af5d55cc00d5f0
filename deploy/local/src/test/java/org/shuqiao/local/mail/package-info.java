@NullMarked
package org.shuqiao.local.mail;

import org.jspecify.annotations.NullMarked;
