package io.smswarden.app.evidence;

import org.apache.avro.specific.SpecificRecord;

/**
 * A record of a topic.
 *
 * @param value null for a tombstone
 * @param where topic, partition and offset
 * @param beyond whether it came after the topic's end as it was asked for
 */
record Found<K, V extends SpecificRecord>(K key, V value, String where, boolean beyond) {}
