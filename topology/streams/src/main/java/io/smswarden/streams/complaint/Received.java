package io.smswarden.streams.complaint;

import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.InboxEntry;

/** What comes in of a subscriber. */
sealed interface Received {

  /** A message that the subscriber got. */
  record Message(InboxEntry entry) implements Received {}

  /** What the subscriber reports. */
  record Report(ComplaintReport report) implements Received {}
}
