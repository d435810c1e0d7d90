package io.smswarden.console.topic;

import java.time.Instant;

/**
 * A record of a topic and where it lies.
 *
 * @param <V> type of the value
 * @param time the record's timestamp
 */
public record Stored<V>(int partition, long offset, Instant time, V value) {}
