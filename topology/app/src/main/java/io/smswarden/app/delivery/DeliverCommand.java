package io.smswarden.app.delivery;

import io.smswarden.app.cluster.Cluster;
import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.config.WebhookSettings;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.StopSignal;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.metrics.Metrics;
import io.smswarden.app.topics.TopicPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deliver}: hands alerts to subscribers. */
@Command(
    name = "deliver",
    description = {
      "Delivers the alerts of subscriber.alerts to a webhook until it is asked to stop.",
      "What can't be delivered goes to alerts.undelivered. Serves /metrics and /health."
    })
public final class DeliverCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @ArgGroup(exclusive = false)
  private Again again;

  @Spec private CommandSpec spec;

  /** The options of sending again. */
  private static final class Again {

    @Option(
        names = "--undelivered",
        required = true,
        description = {
          "Send the alerts of alerts.undelivered again instead, those that came too late as well, and end.",
          "Each once: a later call goes on behind the last one sent."
        })
    private boolean undelivered;

    @Option(
        names = "--younger-than",
        paramLabel = "HOURS",
        description = "Pass over alerts that are older.")
    private Optional<Integer> youngerThanHours = Optional.empty();

    @Option(
        names = "--from-beginning",
        description = "Send all that is still kept, also what was sent again before.")
    private boolean fromBeginning;
  }

  @Override
  public Integer call() {
    Configuration configuration = cluster.settings().configuration();
    WebhookSettings webhook =
        configuration
            .delivery()
            .webhook()
            .orElseThrow(
                () ->
                    UserError.wrongUse(
                        "nowhere to deliver to: set smswarden.delivery.webhook.url and smswarden.delivery.webhook.secrets; see deploy/delivery.md"));
    InstantSource clock = InstantSource.system();
    AlertChannel channel = new WebhookChannel(webhook, clock);
    StopSignal stop = StopSignal.install();
    if (again != null && again.undelivered) {
      return sendAgain(configuration, channel, clock, stop).code();
    }
    new DeliveryService(configuration, channel, clock).run(stop);
    return ExitCode.DONE.code();
  }

  private ExitCode sendAgain(
      Configuration configuration, AlertChannel channel, InstantSource clock, StopSignal stop) {
    try (Admin admin = Cluster.connect(configuration)) {
      TopicPlan.shipped().demand(admin, warning -> {});
    }
    AlertSource source =
        new AlertSource.Undelivered(
            configuration,
            again.youngerThanHours.map(hours -> clock.instant().minus(Duration.ofHours(hours))));
    try (Metrics metrics = new Metrics(clock);
        Delivery delivery = new Delivery(configuration, channel, metrics, clock)) {
      Counts counts = delivery.deliverAgain(source, again.fromBeginning, stop::isAsked);
      spec.commandLine()
          .getOut()
          .println(
              "delivered %d, undelivered again %d, passed over %d"
                  .formatted(counts.delivered(), counts.undelivered(), counts.passedOver()));
      return counts.undelivered() + counts.unreadable() == 0 ? ExitCode.DONE : ExitCode.NO;
    }
  }
}
