package io.smswarden.streams.complaint;

import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintReply;
import java.util.List;

/**
 * What comes of a report.
 *
 * @param complaints what counts, at most one for each report
 * @param replies what the subscriber is told
 */
public record Handled(List<Complaint> complaints, List<ComplaintReply> replies) {

  public Handled {
    complaints = List.copyOf(complaints);
    replies = List.copyOf(replies);
  }
}
