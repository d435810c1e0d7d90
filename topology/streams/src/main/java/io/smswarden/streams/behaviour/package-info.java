/** How senders behave over time, kept before their messages are judged. */
package io.smswarden.streams.behaviour;
