package org.shuqiao.messaging;

import org.shuqiao.contracts.event.Event;

/**
 * What a consumer reads of an event that needs little of it.
 *
 * @param type of the event
 * @param data the properties of the event's data that the consumer's own record has; the rules of all others are not checked
 */
public record Excerpt<P>(Class<? extends Event> type, P data) {}
