package io.smswarden.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smswarden.app.exit.UserError;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the console: how quickly it finds one sender of many, by HTTP. */
@Command(
    name = "lookup",
    mixinStandardHelpOptions = true,
    description = {
      "Measure how quickly the console answers for one sender of many, and lists the suspicious"
          + " ones, by HTTP with an API key; the client is in the same process, the broker in one"
          + " of its own."
    })
public final class LookupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--senders",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Senders in the state (default: ${DEFAULT-VALUE}).")
  private int senders;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Lookups a second when latency is measured (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "15",
      description = "How long each of both is measured (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--json", description = "Print one JSON object a measurement, a line each.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    if (senders < 1 || rate < 1 || seconds < 1) {
      throw UserError.wrongUse("bench lookup: numbers must be positive");
    }
    Class<?> main = spec.root().userObject().getClass();
    try (Scratch scratch = Scratch.create();
        BrokerProcess broker = BrokerProcess.start(main, scratch.directory());
        LookupTarget target =
            LookupTarget.start(broker.bootstrapServers(), scratch.directory(), senders)) {
      Lookups lookups = new Lookups(target, senders);
      double listed = target.millisUntilListed();
      lookups.asFastAsPossible(seconds);
      double most = lookups.asFastAsPossible(seconds);
      Histogram micros = lookups.atRate(rate, seconds);
      Measurement.print(
          List.of(
              new Measurement("lookups.most", most, "lookups/s", null, null),
              at("lookups.p50", micros, 50),
              at("lookups.p99", micros, 99),
              at("lookups.p999", micros, 99.9),
              new Measurement("senders_top.cold", listed, "ms", null, null)),
          json,
          spec.commandLine().getOut());
    }
    return 0;
  }

  private static Measurement at(String name, Histogram micros, double percentile) {
    return new Measurement(
        name, micros.getValueAtPercentile(percentile) / 1000.0, "ms", null, null);
  }
}
