/**
 * Campaigns: near-duplicate texts from senders that change. A text has a {@link
 * io.smswarden.filter.campaign.Fingerprint}, an index finds the group it belongs to, and a
 * criterion says when a group is worth a warning. No Kafka, no clock.
 */
package io.smswarden.filter.campaign;
