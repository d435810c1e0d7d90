package io.smswarden.console.state;

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
import org.apache.kafka.streams.state.HostInfo;

/**
 * The running pipeline, as far as this instance has it. Before it runs, everything but {@link
 * #reputation} is refused by a {@link StateNotReadyException}.
 */
public interface PipelineState {

  /** What is known of a sender, or who knows. */
  SenderLookup.Answer find(SenderId sender);

  /** Counts of a sender that is here; see {@code StatisticsLookup}. */
  List<ComplaintStats> ofSender(SenderId sender, WindowSize size, Instant from, Instant to);

  /** Counts of another subject, as far as they are here. */
  List<ComplaintStats> ofSubject(
      StatsDimension dimension, String name, WindowSize size, Instant from, Instant to);

  /** Counts of all other subjects that are here. */
  List<ComplaintStats> ofSubjects(WindowSize size, Instant from, Instant to);

  /** The campaigns that go on. */
  List<Campaign> campaigns();

  /** Judges as the pipeline does. */
  Judge judge();

  /** How reputations are estimated. */
  ReputationModel reputation();

  /** The other instances. */
  List<HostInfo> others();
}
