package org.shuqiao.messaging;

import java.util.Map;

/** The settings of every consumer of events. */
record ConsumerSettings(Map<String, Object> config) {}
