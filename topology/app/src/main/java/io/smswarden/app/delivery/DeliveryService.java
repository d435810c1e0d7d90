package io.smswarden.app.delivery;

import io.smswarden.app.cluster.Cluster;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.StopSignal;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.http.Health;
import io.smswarden.app.http.HttpServer;
import io.smswarden.app.log.Logging;
import io.smswarden.app.metrics.Metrics;
import io.smswarden.app.topics.TopicPlan;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The delivery of new alerts as a service: checked before it starts, watched while it runs. */
final class DeliveryService {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryService.class);

  private final Configuration configuration;
  private final AlertChannel channel;
  private final InstantSource clock;
  private final AtomicReference<Delivery> delivery = new AtomicReference<>();

  DeliveryService(Configuration configuration, AlertChannel channel, InstantSource clock) {
    this.configuration = configuration;
    this.channel = channel;
    this.clock = clock;
  }

  /**
   * Runs until it is asked to stop.
   *
   * @throws UserError when the configuration, the topics or the cluster don't allow it
   */
  void run(StopSignal stop) {
    try (Metrics metrics = new Metrics(clock);
        HttpServer http =
            HttpServer.start(
                configuration.httpHost(),
                configuration.httpPort(),
                configuration.tls(),
                metrics,
                Health.of(this::unready),
                config -> {})) {
      LOG.atInfo()
          .addKeyValue("host", configuration.httpHost())
          .addKeyValue("port", http.port())
          .log("listening for /metrics and /health");
      try (Admin admin = Cluster.connect(configuration)) {
        TopicPlan.shipped().demand(admin, LOG::warn);
      }
      Logging.service();
      try (Delivery running = new Delivery(configuration, channel, metrics, clock)) {
        delivery.set(running);
        LOG.atInfo().addKeyValue("channel", channel.name()).log("delivering alerts");
        Counts counts = running.deliverNew(stop::isAsked);
        LOG.atInfo()
            .addKeyValue("delivered", counts.delivered())
            .addKeyValue("undelivered", counts.undelivered())
            .log("stopped");
      }
    }
  }

  private Optional<String> unready() {
    Delivery running = delivery.get();
    if (running == null) {
      return Optional.of("waiting for the cluster");
    }
    return running.paused()
        ? Optional.of("the receiver is down or asks for a pause, alerts wait")
        : Optional.empty();
  }
}
