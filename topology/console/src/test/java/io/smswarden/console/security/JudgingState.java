package io.smswarden.console.security;

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
import io.smswarden.streams.StateNotReadyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.state.HostInfo;

/** A pipeline that knows no sender, and judges. */
final class JudgingState implements PipelineState {

  /** Read once for all tests. */
  private static final Filter FILTER = Filter.standard();

  @Override
  public SenderLookup.Answer find(SenderId sender) {
    return new SenderLookup.Answer.Unknown();
  }

  @Override
  public List<ComplaintStats> ofSender(SenderId sender, WindowSize size, Instant from, Instant to) {
    throw new StateNotReadyException("nothing runs");
  }

  @Override
  public List<ComplaintStats> ofSubject(
      StatsDimension dimension, String name, WindowSize size, Instant from, Instant to) {
    throw new StateNotReadyException("nothing runs");
  }

  @Override
  public List<ComplaintStats> ofSubjects(WindowSize size, Instant from, Instant to) {
    throw new StateNotReadyException("nothing runs");
  }

  @Override
  public List<Campaign> campaigns() {
    return List.of();
  }

  @Override
  public Judge judge() {
    return FILTER;
  }

  @Override
  public ReputationModel reputation() {
    return new ReputationModel(Duration.ofDays(30), 3);
  }

  @Override
  public List<HostInfo> others() {
    return List.of();
  }
}
