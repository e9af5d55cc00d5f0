/** Alerts: in come events of offers, demands and organizations, out go alerts of what is new to a saved search, and digests of them. */
@NullMarked
package org.shuqiao.search.alert;

import org.jspecify.annotations.NullMarked;
