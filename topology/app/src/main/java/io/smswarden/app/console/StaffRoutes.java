package io.smswarden.app.console;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.dlq.ConsoleReplays;
import io.smswarden.app.evidence.ConsoleEvidence;
import io.smswarden.app.exit.UserError;
import io.smswarden.console.access.Access;
import io.smswarden.console.access.AccountsException;
import io.smswarden.console.access.AccountsFile;
import io.smswarden.console.complaint.ComplaintEndpoints;
import io.smswarden.console.deadletter.DeadLetterEndpoints;
import io.smswarden.console.evidence.EvidenceEndpoints;
import io.smswarden.console.feed.StoredTopics;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.override.OverrideEndpoints;
import io.smswarden.console.preferences.PreferenceEndpoints;
import io.smswarden.console.rules.RuleEndpoints;
import io.smswarden.console.rules.RuleHits;
import io.smswarden.console.state.PipelineState;
import io.smswarden.console.topic.KafkaTopicWriter;
import io.smswarden.streams.Topics;
import java.time.InstantSource;
import java.util.List;

/** Who may use the console, and what the staff does with it. */
final class StaffRoutes implements AutoCloseable {

  private final StoredTopics topics;
  private final KafkaTopicWriter writer;
  private final Access access;
  private final List<Endpoints> routes;

  /**
   * The staff's part of the console.
   *
   * @throws UserError when the accounts' file can't be used
   */
  StaffRoutes(
      Configuration configuration,
      PipelineState state,
      RuleHits hits,
      InstantSource eventTime,
      InstantSource clock) {
    topics = new StoredTopics(configuration.forConsumer(), configuration.serdes());
    writer = KafkaTopicWriter.to(configuration.forProducer(), configuration.serdes());
    access =
        new Access(
            configuration.console().access(),
            accounts(configuration),
            writer,
            topics.log(Topics.AUDIT),
            clock);
    Gate gate = access.gate();
    String region = configuration.console().region();
    routes =
        List.of(
            access,
            new ComplaintEndpoints(
                topics.log(Topics.REPORTS),
                topics.log(Topics.REPLIES_TO_REPORTS),
                writer,
                gate,
                clock,
                region),
            new PreferenceEndpoints(
                topics.changes(Topics.PREFERENCES),
                topics.log(Topics.ALERTS),
                writer,
                gate,
                clock,
                region),
            new OverrideEndpoints(writer, gate, clock, region),
            new RuleEndpoints(
                state,
                topics.changes(Topics.RULES),
                topics.log(Topics.EVENTS),
                hits,
                writer,
                gate,
                eventTime,
                clock),
            new EvidenceEndpoints(new ConsoleEvidence(configuration, clock, region), gate),
            new DeadLetterEndpoints(
                topics.log(Topics.DEAD_LETTERS), new ConsoleReplays(configuration), gate));
  }

  private static AccountsFile accounts(Configuration configuration) {
    try {
      return configuration.console().accounts().map(AccountsFile::of).orElseGet(AccountsFile::none);
    } catch (AccountsException e) {
      throw UserError.wrongUse(e.getMessage(), e);
    }
  }

  /** Tells who sends a request. */
  Gate gate() {
    return access.gate();
  }

  List<Endpoints> routes() {
    return routes;
  }

  @Override
  public void close() {
    writer.close();
    topics.close();
  }
}
