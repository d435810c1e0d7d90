/** What more than one branch knows of a subscriber. */
package io.smswarden.streams.subscriber;
