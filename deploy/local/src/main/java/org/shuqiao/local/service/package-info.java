/**
 * The system's own services as processes: a built jar and the addresses of its servers go in, a running service with an
 * ahead-of-time cache comes out.
 */
@NullMarked
package org.shuqiao.local.service;

import org.jspecify.annotations.NullMarked;
