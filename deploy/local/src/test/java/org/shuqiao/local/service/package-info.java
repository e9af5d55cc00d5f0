@NullMarked
package org.shuqiao.local.service;

import org.jspecify.annotations.NullMarked;
