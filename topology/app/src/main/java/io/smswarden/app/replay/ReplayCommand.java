package io.smswarden.app.replay;

import io.smswarden.app.cluster.Cluster;
import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.StopSignal;
import io.smswarden.app.exit.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: fills {@code sms.events} or {@code complaint.reports} from files. */
@Command(
    name = "replay",
    description = {
      "Fills sms.events from files, .gz or not, in UTF-8.",
      "A line is spam|ham<TAB>source[:category]<TAB>text, or with --tsv",
      "sender<TAB>recipient<TAB>epoch-millis<TAB>text.",
      "With --complaints it fills complaint.reports, and a line is",
      "complainant<TAB>sender<TAB>category<TAB>time<TAB>message-id<TAB>text:",
      "what is not known is empty, but one of sender, message-id and text is known.",
      "What was interrupted goes on where it stopped; no message comes twice."
    })
public final class ReplayCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Option(names = "--tsv", description = "The lines tell sender, recipient and time.")
  private boolean tsv;

  @Option(names = "--complaints", description = "The lines are subscribers' complaints.")
  private boolean complaints;

  @Option(
      names = "--region",
      paramLabel = "CC",
      defaultValue = "CN",
      description =
          "Country whose numbers may stand without a country code; default: ${DEFAULT-VALUE}.")
  private String region;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "Messages a second; default: as fast as the cluster takes them.")
  private double rate;

  @Option(names = "--again", description = "Begin anew with files that were replayed before.")
  private boolean again;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to replay, in this order.")
  private List<Path> files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!(rate >= 0)) {
      throw new ParameterException(spec.commandLine(), "--rate must not be negative");
    }
    if (tsv && complaints) {
      throw new ParameterException(
          spec.commandLine(),
          "--tsv and --complaints exclude each other: a file holds one of both");
    }
    LineFormat format =
        complaints ? LineFormat.COMPLAINTS : tsv ? LineFormat.TSV : LineFormat.LABELLED;
    Configuration configuration = cluster.settings().configuration();
    List<ReplayFile> replayed = files.stream().map(ReplayFile::of).toList();
    StopSignal stop = StopSignal.install();
    checkTopic(configuration, format.topic().name());
    Replayer replayer =
        new Replayer(configuration.forProducer(), configuration.serdes(), InstantSource.system());
    ReplayOptions options = new ReplayOptions(format, region, rate, again);
    boolean complete = true;
    for (ReplayFile file : replayed) {
      if (!stop.isAsked()) {
        ReplayResult result = replayer.replay(file, options, new Rejections(), stop::isAsked);
        spec.commandLine().getOut().println(summary(file, format, result));
        complete &= result.complete();
      }
    }
    return (complete && !stop.isAsked() ? ExitCode.DONE : ExitCode.NO).code();
  }

  private static String summary(ReplayFile file, LineFormat format, ReplayResult result) {
    String figures =
        "%s: %d of %d lines done, %d %s, lines rejected: %d"
            .formatted(
                file.path(),
                result.done(),
                result.lines(),
                result.sent(),
                format == LineFormat.COMPLAINTS ? "complaints" : "messages",
                result.rejected());
    if (!result.complete()) {
      return figures + "; the same command goes on from there";
    }
    return result.before() == result.lines()
        ? figures + ", all of it before; --again replays it anew"
        : figures;
  }

  /** A producer would wait a minute for a topic that isn't there, or have it made with defaults. */
  private static void checkTopic(Configuration configuration, String topic) {
    try (Admin admin = Cluster.connect(configuration)) {
      admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw UserError.wrongUse(
            "missing topic: %s; create it with 'smswarden topics create'".formatted(topic),
            e.getCause());
      }
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Prints what is no message. */
  private final class Rejections implements ReplayListener {
    private final PrintWriter err = spec.commandLine().getErr();

    @Override
    public void committed(ReplayFile file, long lines) {}

    @Override
    public void rejected(ReplayFile file, long line, String reason) {
      err.println("%s:%d: %s".formatted(file.path(), line, reason));
    }
  }
}
