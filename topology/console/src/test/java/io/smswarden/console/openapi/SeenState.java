package io.smswarden.console.openapi;

import io.smswarden.console.state.PipelineState;
import io.smswarden.filter.Filter;
import io.smswarden.filter.Judge;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.reputation.ReputationModel;
import io.smswarden.schemas.Campaign;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.StatsDimension;
import io.smswarden.schemas.WindowSize;
import io.smswarden.streams.SenderLookup;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.HostInfo;

/** A pipeline that knows what {@link Seen} tells. */
final class SeenState implements PipelineState {

  private static final Filter FILTER = Filter.standard();

  @Override
  public SenderLookup.Answer find(SenderId sender) {
    if (sender.value().equals(Seen.RESTORED)) {
      return new SenderLookup.Answer.NotNow("partition 3 is being restored");
    }
    return sender.value().equals(Seen.SENDER)
        ? new SenderLookup.Answer.Found(Seen.reputation())
        : new SenderLookup.Answer.Unknown();
  }

  @Override
  public List<ComplaintStats> ofSender(SenderId sender, WindowSize size, Instant from, Instant to) {
    return List.of(Seen.stats(StatsDimension.SENDER, sender.value(), size));
  }

  @Override
  public List<ComplaintStats> ofSubject(
      StatsDimension dimension, String name, WindowSize size, Instant from, Instant to) {
    return List.of(Seen.stats(dimension, name, size));
  }

  @Override
  public List<ComplaintStats> ofSubjects(WindowSize size, Instant from, Instant to) {
    return Stream.of(
            Seen.stats(StatsDimension.CATEGORY, "FRAUD", size),
            Seen.stats(StatsDimension.REGION, "CN/Beijing", size),
            Seen.stats(StatsDimension.ORGANISATION, "示例银行", size))
        .toList();
  }

  @Override
  public List<Campaign> campaigns() {
    return List.of(Seen.campaign());
  }

  @Override
  public Judge judge() {
    return FILTER;
  }

  @Override
  public ReputationModel reputation() {
    return ReputationModel.STANDARD;
  }

  @Override
  public List<HostInfo> others() {
    return List.of();
  }
}
