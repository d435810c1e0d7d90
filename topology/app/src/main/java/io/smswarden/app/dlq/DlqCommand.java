package io.smswarden.app.dlq;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smswarden.app.cluster.Cluster;
import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.schemas.DeadLetter;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dlq}: looks at records that failed, and puts them back. */
@Command(name = "dlq", description = "Lists the dead letters of sms.dlq, or replays them.")
public final class DlqCommand implements Runnable {

  private static final JsonMapper JSON = new JsonMapper();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: list or replay");
  }

  @Command(
      name = "list",
      description = {
        "Lists the dead letters: where each lies, why it failed and where it came from.",
        "Shows neither text nor number."
      })
  int list(
      @Mixin ClusterOptions cluster,
      @Option(names = "--json", description = "A JSON object a line.") boolean json) {
    Configuration configuration = reached(cluster);
    PrintWriter out = spec.commandLine().getOut();
    AtomicLong count = new AtomicLong();
    try (DeadLetterLog log = new DeadLetterLog(configuration, Replay.group(configuration))) {
      log.seekToBeginning();
      log.forEachBatch(
          batch -> {
            count.addAndGet(batch.size());
            batch.forEach(found -> out.println(json ? json(found) : line(found)));
          });
    }
    if (!json) {
      out.println(count.get() == 1 ? "1 dead letter" : count.get() + " dead letters");
    }
    return ExitCode.DONE.code();
  }

  @Command(
      name = "replay",
      description = {
        "Puts the records that failed back into the topics they came from, as they were.",
        "Each once: a later call goes on behind the last one replayed."
      })
  int replay(
      @Mixin ClusterOptions cluster,
      @Option(
              names = "--from-beginning",
              description = "Replay all that is still kept, also what was replayed before.")
          boolean fromBeginning) {
    long replayed = new Replay(reached(cluster)).run(fromBeginning);
    spec.commandLine().getOut().println("replayed " + replayed);
    return ExitCode.DONE.code();
  }

  private static Configuration reached(ClusterOptions cluster) {
    Configuration configuration = cluster.settings().configuration();
    Cluster.connect(configuration).close();
    return configuration;
  }

  private static String line(StoredLetter found) {
    DeadLetter letter = found.letter();
    return "%d/%d  %s  %-17s  %s %d/%d  %s"
        .formatted(
            found.partition(),
            found.offset(),
            letter.getOriginTimestamp(),
            letter.getReason(),
            letter.getOriginTopic(),
            letter.getOriginPartition(),
            letter.getOriginOffset(),
            letter.getDetail());
  }

  private static String json(StoredLetter found) {
    DeadLetter letter = found.letter();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("partition", found.partition());
    row.put("offset", found.offset());
    row.put("reason", letter.getReason().name());
    row.put("detail", letter.getDetail());
    row.put("origin_topic", letter.getOriginTopic());
    row.put("origin_partition", letter.getOriginPartition());
    row.put("origin_offset", letter.getOriginOffset());
    row.put("origin_timestamp", letter.getOriginTimestamp().toEpochMilli());
    return JSON.valueToTree(row).toString();
  }
}
