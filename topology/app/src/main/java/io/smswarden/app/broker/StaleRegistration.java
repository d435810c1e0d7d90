package io.smswarden.app.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.UnregisterBrokerOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.utils.Time;

/**
 * Ends the registration that a killed broker left, before its successor starts.
 *
 * <p>The controller would end it only when its session times out. Until then the successor leads
 * the transaction log and tries to send the end marks of transactions that the kill interrupted;
 * when the session ends, no partition has a leader for a moment. Kafka 4.4.0 takes a partition
 * without a leader for a deleted one (KRaftMetadataCache.getPartitionLeaderEndpoint is empty for
 * both, TransactionMarkerChannelManager then leaves the mark out): the transaction is done, but the
 * partition never learns it, and readers of committed records wait there for ever.
 */
final class StaleRegistration {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private StaleRegistration() {}

  /** Whether a broker has run on a directory and did not come to a clean end. */
  static boolean leftIn(Path logDir) {
    return Files.exists(logDir.resolve("__cluster_metadata-0"))
        && !Files.exists(logDir.resolve(".kafka_cleanshutdown"));
  }

  /** Runs the controller alone for as long as it takes. */
  static void end(Properties controller, Ports ports) {
    var server = new KafkaRaftServer(KafkaConfig.fromProps(controller, false), Time.SYSTEM);
    server.startup();
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG,
                "127.0.0.1:" + ports.controller()))) {
      var options = new UnregisterBrokerOptions().timeoutMs(Math.toIntExact(TIMEOUT.toMillis()));
      admin.unregisterBroker(BrokerProperties.NODE_ID, options).all().get();
    } catch (ExecutionException e) {
      // Killed before it had registered.
      if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
        throw new KafkaException(
            "the registration of a killed broker can't be ended", e.getCause());
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } finally {
      server.shutdown();
      server.awaitShutdown();
    }
  }
}
