package io.smswarden.app.run;

import io.smswarden.console.state.PipelineState;
import io.smswarden.filter.Judge;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.reputation.ReputationModel;
import io.smswarden.schemas.Campaign;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.StatsDimension;
import io.smswarden.schemas.WindowSize;
import io.smswarden.streams.SenderLookup;
import io.smswarden.streams.StateNotReadyException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;

/** The state of a pipeline, as soon as there is one. */
public final class RunningState implements PipelineState {

  private final Supplier<Optional<Pipeline>> pipeline;
  private final HostInfo self;
  private final ReputationModel reputation;

  /** The state of a pipeline that may not be there yet. */
  public RunningState(
      Supplier<Optional<Pipeline>> pipeline, HostInfo self, ReputationModel reputation) {
    this.pipeline = pipeline;
    this.self = self;
    this.reputation = reputation;
  }

  @Override
  public SenderLookup.Answer find(SenderId sender) {
    return running().senders().find(sender);
  }

  @Override
  public List<ComplaintStats> ofSender(SenderId sender, WindowSize size, Instant from, Instant to) {
    return running().statistics().ofSender(sender, size, from, to);
  }

  @Override
  public List<ComplaintStats> ofSubject(
      StatsDimension dimension, String name, WindowSize size, Instant from, Instant to) {
    return running().statistics().ofSubject(dimension, name, size, from, to);
  }

  @Override
  public List<ComplaintStats> ofSubjects(WindowSize size, Instant from, Instant to) {
    return running().statistics().ofSubjects(size, from, to);
  }

  @Override
  public List<Campaign> campaigns() {
    return running().campaigns().all();
  }

  @Override
  public Judge judge() {
    return running().judge();
  }

  @Override
  public ReputationModel reputation() {
    return reputation;
  }

  @Override
  public List<HostInfo> others() {
    if (self.equals(HostInfo.unavailable())) {
      return List.of();
    }
    try {
      return running().instances().stream()
          .map(StreamsMetadata::hostInfo)
          .filter(host -> !host.equals(self) && !host.equals(HostInfo.unavailable()))
          .distinct()
          .toList();
    } catch (StreamsNotStartedException | IllegalStateException e) {
      throw new StateNotReadyException("the pipeline has not started");
    }
  }

  private Pipeline running() {
    return pipeline
        .get()
        .orElseThrow(() -> new StateNotReadyException("the pipeline has not started"));
  }
}
