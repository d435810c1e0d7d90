package io.smswarden.app.replay;

import io.smswarden.app.exit.UserError;
import io.smswarden.streams.TopicSerdes;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Fills {@code sms.events} or {@code complaint.reports} from files. A line's message has an id of
 * its own, and messages are committed in batches, each with a record of how far it goes: a replay
 * that was interrupted goes on where it stopped, and no message comes twice or is left out.
 */
public final class Replayer {

  private static final Duration STOP_SEEN_WITHIN = Duration.ofMillis(100);

  private final Map<String, Object> clientProperties;
  private final Records records;
  private final InstantSource clock;

  /**
   * A replayer to a cluster, whose topics exist.
   *
   * @param producerProperties of the client, without serializers and transactional id
   * @param clock tells when messages are received
   */
  public Replayer(Map<String, Object> producerProperties, TopicSerdes serdes, InstantSource clock) {
    this.clientProperties = Map.copyOf(producerProperties);
    this.records = new Records(serdes, clock);
    this.clock = clock;
  }

  /**
   * Replays what is left of a file.
   *
   * @param stop asked between messages; when true, what is done is committed and the rest left
   * @throws UserError when the file can't be read, or somebody else replays it as well
   * @throws KafkaException when the cluster fails; what was committed stays
   */
  public ReplayResult replay(
      ReplayFile file, ReplayOptions options, ReplayListener listener, BooleanSupplier stop) {
    String group = "smswarden-replay-" + file.fingerprint();
    try (Producer<byte[], byte[]> producer = producer(group);
        Checkpoints checkpoints = new Checkpoints(clientProperties, group)) {
      // Ends what an interrupted replay left open, and shuts out one that still runs.
      producer.initTransactions();
      Checkpoint begin =
          checkpoints
              .committed()
              .filter(earlier -> !options.again())
              .orElseGet(
                  () -> new Checkpoint(0, 0, SyntheticMessages.startOf(file, clock.instant())));
      Checkpoint end = send(file, options, listener, stop, new Batch(producer, checkpoints), begin);
      return new ReplayResult(file.lines(), begin.line(), end.line(), end.sent());
    } catch (ProducerFencedException e) {
      throw UserError.wrongUse(
          "another replay of %s has begun; this one stops".formatted(file.path()), e);
    } catch (IOException e) {
      throw ReplayFile.unreadable(file.path(), e);
    }
  }

  private Checkpoint send(
      ReplayFile file,
      ReplayOptions options,
      ReplayListener listener,
      BooleanSupplier stop,
      Batch batch,
      Checkpoint begin)
      throws IOException {
    LineParser parser =
        options.format().parser(new SyntheticMessages(file, begin.start()), options.region());
    Pace pace = new Pace(options.messagesPerSecond());
    Checkpoint committed = begin;
    Checkpoint now = begin;
    try (LineReader lines = file.read()) {
      skip(lines, begin.line());
      for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        long number = now.line() + 1;
        ParsedLine parsed = parse(parser, line.get(), number);
        if (parsed instanceof ParsedLine.Rejected rejected) {
          listener.rejected(file, number, rejected.reason());
          now = new Checkpoint(number, now.sent(), begin.start());
        } else {
          while (!stop.getAsBoolean() && pace.untilNext().toNanos() > 0) {
            committed = commitIf(batch.due(), batch, committed, now, file, listener);
            pace.await(STOP_SEEN_WITHIN);
          }
          if (stop.getAsBoolean()) {
            break;
          }
          pace.take();
          batch.add(records.of(file.id(number), parsed));
          now = new Checkpoint(number, now.sent() + 1, begin.start());
        }
        committed = commitIf(batch.due(), batch, committed, now, file, listener);
      }
    }
    return commitIf(true, batch, committed, now, file, listener);
  }

  private static Checkpoint commitIf(
      boolean due,
      Batch batch,
      Checkpoint committed,
      Checkpoint now,
      ReplayFile file,
      ReplayListener listener) {
    if (!due || now.line() == committed.line()) {
      return committed;
    }
    batch.commit(now);
    listener.committed(file, now.line());
    return now;
  }

  private static void skip(LineReader lines, long count) throws IOException {
    for (long line = 0; line < count; line++) {
      lines.next();
    }
  }

  private static ParsedLine parse(LineParser parser, Line line, long number) {
    return line instanceof Line.Text text
        ? parser.parse(text.value(), number)
        : new ParsedLine.Rejected("the line is not UTF-8");
  }

  private Producer<byte[], byte[]> producer(String transactionalId) {
    Map<String, Object> properties = new HashMap<>(clientProperties);
    properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
