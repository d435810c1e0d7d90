package io.smswarden.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smswarden.app.exit.UserError;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = {
        "How often latency is measured (default: ${DEFAULT-VALUE}): percentiles are those of the"
            + " round whose p99 is the median, and the worst round's p99 is printed as well."
      })
  private int rounds;

  @Option(names = "--json", description = "Print one JSON object a measurement, a line each.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    if (senders < 1 || rate < 1 || seconds < 1 || rounds < 1) {
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
      List<Histogram> measured =
          Stream.generate(() -> lookups.atRate(rate, seconds))
              .limit(rounds)
              .sorted(Comparator.comparingLong(LookupCommand::p99))
              .toList();
      Histogram median = measured.get(rounds / 2); // of two, the worse
      Measurement.print(
          List.of(
              new Measurement("lookups.most", most, "lookups/s", null, null),
              at("lookups.p50", median, 50),
              at("lookups.p99", median, 99),
              at("lookups.p999", median, 99.9),
              at("lookups.p99.worst_round", measured.get(rounds - 1), 99),
              new Measurement("senders_top.cold", listed, "ms", null, null)),
          json,
          spec.commandLine().getOut());
    }
    return 0;
  }

  private static long p99(Histogram micros) {
    return micros.getValueAtPercentile(99);
  }

  private static Measurement at(String name, Histogram micros, double percentile) {
    return new Measurement(
        name, micros.getValueAtPercentile(percentile) / 1000.0, "ms", null, null);
  }
}
