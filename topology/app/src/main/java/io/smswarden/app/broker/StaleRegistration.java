package io.smswarden.app.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
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
  private static final Duration PAUSE = Duration.ofMillis(20);

  private StaleRegistration() {}

  /** Whether a broker may have run on a directory and not come to a clean end. */
  static boolean mayBeIn(Path logDir) {
    return Storage.isFormatted(logDir) && !Files.exists(logDir.resolve(".kafka_cleanshutdown"));
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
      long deadline = System.nanoTime() + TIMEOUT.toNanos();
      while (!ended(admin, deadline)) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } finally {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  private static boolean ended(Admin admin, long deadline) {
    try {
      admin.unregisterBroker(BrokerProperties.NODE_ID).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BrokerIdNotRegisteredException) {
        return true;
      }
      // So it says until it has read its log.
      if (e.getCause() instanceof UnsupportedVersionException && System.nanoTime() < deadline) {
        return false;
      }
      throw new KafkaException("can't end the registration of a killed broker", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
