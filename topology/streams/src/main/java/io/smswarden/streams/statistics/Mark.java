package io.smswarden.streams.statistics;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.CategoryCounts;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.StatsDimension;
import io.smswarden.schemas.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One count for the statistics.
 *
 * @param complaint whether it is a complaint, else a warning
 * @param category name of the category it counts for
 * @param subscriber who got the message or complained
 * @param organisation whom the sender is registered to, if it is
 */
record Mark(boolean complaint, String category, Msisdn subscriber, Optional<String> organisation) {

  static Mark of(Warning warning) {
    return new Mark(
        false,
        warning.getVerdict().getCategory().name(),
        new Msisdn(warning.getRecipient()),
        Optional.ofNullable(warning.getOrganisation()));
  }

  /**
   * The mark of a complaint.
   *
   * @param reputation what is known of the sender; null when nothing is, as a left join has it
   */
  static Mark of(SenderId sender, Complaint complaint, SenderReputation reputation) {
    return new Mark(
        true,
        complaint.getCategory().name(),
        new Msisdn(complaint.getComplainant()),
        Optional.ofNullable(reputation).map(SenderReputation::getOrganisation));
  }

  /** What it counts for, beside the sender. */
  List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(new Subject(StatsDimension.CATEGORY, category));
    Regions.of(subscriber)
        .ifPresent(region -> subjects.add(new Subject(StatsDimension.REGION, region)));
    organisation.ifPresent(name -> subjects.add(new Subject(StatsDimension.ORGANISATION, name)));
    return subjects;
  }

  CategoryCounts counts() {
    Map<String, Long> one = Map.of(category, 1L);
    return complaint ? new CategoryCounts(Map.of(), one) : new CategoryCounts(one, Map.of());
  }
}
