package io.smswarden.app.evidence;

import io.smswarden.app.cluster.Cluster;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.EvidenceCheckpoint;
import io.smswarden.schemas.EvidenceContent;
import io.smswarden.schemas.EvidenceErasure;
import io.smswarden.schemas.EvidenceRecord;
import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** The topics of evidence in a cluster. */
final class EvidenceTopics {

  private static final List<Topic<?, ?>> ALL =
      List.of(
          Topics.EVIDENCE,
          Topics.EVIDENCE_CONTENT,
          Topics.EVIDENCE_CHECKPOINTS,
          Topics.EVIDENCE_ERASURES);

  private final Configuration configuration;

  private EvidenceTopics(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * The topics of a cluster that has answered.
   *
   * @throws UserError when it doesn't answer or lacks one
   */
  static EvidenceTopics of(Configuration configuration) {
    try (Admin admin = Cluster.connect(configuration)) {
      Set<String> there = admin.listTopics().names().get();
      List<String> missing =
          ALL.stream().map(Topic::name).filter(name -> !there.contains(name)).toList();
      if (!missing.isEmpty()) {
        throw UserError.wrongUse(
            "missing topics: %s; create them with 'smswarden topics create'"
                .formatted(String.join(", ", missing)));
      }
      return new EvidenceTopics(configuration);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  TopicScan<SenderId, EvidenceRecord> chains() {
    return new TopicScan<>(configuration, Topics.EVIDENCE);
  }

  TopicScan<String, EvidenceContent> contents() {
    return new TopicScan<>(configuration, Topics.EVIDENCE_CONTENT);
  }

  TopicScan<String, EvidenceCheckpoint> checkpoints() {
    return new TopicScan<>(configuration, Topics.EVIDENCE_CHECKPOINTS);
  }

  TopicScan<String, EvidenceErasure> erasures() {
    return new TopicScan<>(configuration, Topics.EVIDENCE_ERASURES);
  }
}
