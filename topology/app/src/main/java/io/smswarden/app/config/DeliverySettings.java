package io.smswarden.app.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How alerts get to subscribers.
 *
 * @param webhook the receiver that hands them on; empty when none is configured
 * @param concurrency most attempts at a time
 * @param attempts after so many that failed, while others did not, an alert is given up
 * @param backoff wait after the first of them; doubles with each
 * @param longestBackoff up to this
 * @param pause how long nothing is tried once the receiver is down
 * @param expiry how long after its time an alert still helps
 */
public record DeliverySettings(
    Optional<WebhookSettings> webhook,
    int concurrency,
    int attempts,
    Duration backoff,
    Duration longestBackoff,
    Duration pause,
    Duration expiry) {}
