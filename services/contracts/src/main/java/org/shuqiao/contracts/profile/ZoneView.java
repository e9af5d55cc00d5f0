package org.shuqiao.contracts.profile;

import org.shuqiao.contracts.value.Text;

/** A zone of Shanghai that the plan gives a part in digital trade. */
public record ZoneView(String id, Text name, String purpose) {}
