package org.shuqiao.search.learn;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A demand of which it is known what became of it.
 *
 * @param date of its first outcome
 * @param grades how far each offer came that came anywhere, from 1
 */
record Decided(UUID demand, LocalDate date, Map<UUID, Integer> grades) {}
