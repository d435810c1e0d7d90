package io.smswarden.app.broker;

import io.smswarden.app.exit.UserError;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker of one node in this process, on loopback only. What it holds outlives it: started
 * again on the same directory, even after a kill, it has the same cluster id, topics and records.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private final DataDirLock lock;
  private final KafkaRaftServer server;
  private final Ports ports;
  private boolean closed;

  private EmbeddedBroker(DataDirLock lock, KafkaRaftServer server, Ports ports) {
    this.lock = lock;
    this.server = server;
    this.ports = ports;
  }

  /**
   * Starts a broker on free ports; ready to serve when this returns.
   *
   * @param dataDir where it keeps everything; made when it doesn't exist
   * @throws UserError if another process uses the directory, or it can't be written
   */
  public static EmbeddedBroker start(Path dataDir) {
    return start(dataDir, Ports.free());
  }

  /**
   * Starts a broker whose clients connect to a given port of 127.0.0.1.
   *
   * @throws UserError if the port is taken, another process uses the directory, or it can't be
   *     written
   */
  public static EmbeddedBroker start(Path dataDir, int port) {
    return start(dataDir, Ports.withClients(port));
  }

  private static EmbeddedBroker start(Path dataDir, Ports ports) {
    DataDirLock lock = DataDirLock.take(dataDir);
    try {
      Path logDir = dataDir.resolve("log");
      var properties = BrokerProperties.of(logDir, ports);
      boolean killed = StaleRegistration.mayBeIn(logDir);
      Storage.prepare(dataDir, logDir, properties);
      if (killed) {
        StaleRegistration.end(BrokerProperties.ofController(logDir, ports), ports);
      }
      var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(lock, server, ports);
    } catch (RuntimeException | Error e) {
      lock.release();
      throw e;
    }
  }

  /** Address for clients, as {@code bootstrap.servers} takes it. */
  public String bootstrapServers() {
    return "127.0.0.1:" + ports.clients();
  }

  /** Stops the broker and frees the directory. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      server.shutdown();
      server.awaitShutdown();
    } finally {
      lock.release();
    }
  }
}
