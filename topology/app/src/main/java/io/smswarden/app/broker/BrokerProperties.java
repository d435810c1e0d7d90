package io.smswarden.app.broker;

import java.nio.file.Path;
import java.util.Properties;

/** Configuration of a broker that stands alone and shares its machine with the pipeline. */
final class BrokerProperties {

  static final int NODE_ID = 1;

  private static final String CONTROLLER = "CONTROLLER";

  private BrokerProperties() {}

  /** Of the controller alone, without a broker. */
  static Properties ofController(Path logDir, Ports ports) {
    Properties properties = new Properties();
    quorum(properties, logDir, ports);
    properties.put("process.roles", "controller");
    properties.put("listeners", CONTROLLER + "://127.0.0.1:" + ports.controller());
    properties.put("listener.security.protocol.map", CONTROLLER + ":PLAINTEXT");
    return properties;
  }

  static Properties of(Path logDir, Ports ports) {
    Properties properties = new Properties();
    node(properties, logDir, ports);
    alone(properties);
    small(properties);
    // A replayed day is old by its records' timestamps: retention would delete what came a minute
    // ago. Compaction is not touched by this.
    properties.put("log.retention.check.interval.ms", String.valueOf(Long.MAX_VALUE / 2));
    return properties;
  }

  private static void quorum(Properties properties, Path logDir, Ports ports) {
    properties.put("node.id", String.valueOf(NODE_ID));
    properties.put("log.dirs", logDir.toString());
    properties.put("controller.listener.names", CONTROLLER);
    properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + ports.controller());
  }

  private static void node(Properties properties, Path logDir, Ports ports) {
    quorum(properties, logDir, ports);
    properties.put("process.roles", "broker,controller");
    String clients = "CLIENTS://127.0.0.1:" + ports.clients();
    properties.put("listeners", clients + "," + CONTROLLER + "://127.0.0.1:" + ports.controller());
    properties.put("advertised.listeners", clients);
    properties.put("inter.broker.listener.name", "CLIENTS");
    properties.put(
        "listener.security.protocol.map", "CLIENTS:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    properties.put("auto.create.topics.enable", "false");
    // No other broker could take over: a process that was slow for a while is not to be fenced.
    properties.put("broker.session.timeout.ms", "300000");
  }

  private static void alone(Properties properties) {
    for (String topic :
        new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
      properties.put(topic + ".replication.factor", "1");
      properties.put(topic + ".num.partitions", "1");
    }
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("min.insync.replicas", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    // After a kill, readers of committed records wait for this before they see what came later.
    properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
  }

  private static void small(Properties properties) {
    properties.put("num.network.threads", "2");
    properties.put("num.io.threads", "4");
    properties.put("num.recovery.threads.per.data.dir", "2");
    properties.put("background.threads", "2");
    properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20));
  }
}
