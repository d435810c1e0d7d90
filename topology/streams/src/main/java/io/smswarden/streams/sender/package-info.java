/** Senders' reputations as the filter and the topics have them. */
package io.smswarden.streams.sender;
