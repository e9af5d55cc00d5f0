package org.shuqiao.contracts.search;

import org.shuqiao.contracts.event.Event;

/** What is said about alerts and their digests on the topic {@code search.alert}. */
public sealed interface AlertEvent extends Event permits AlertRaisedV1, DigestDueV1 {}
