package io.smswarden.app.bench;

import io.smswarden.streams.Topics;
import java.util.List;
import java.util.Locale;

/** What is measured: three ceilings, each a step nearer to the pipeline, and the pipeline. */
enum Contestant {
  /** A consumer and a producer in transactions: what the clients and the broker can do. */
  COPY("plain consumer to producer", "bench.copies"),
  /** Kafka Streams that does nothing. */
  IDENTITY("identity topology", "bench.identities"),
  /** A left join with a table in RocksDB at its default settings: what state costs. */
  JOIN("bare left join, RocksDB", "bench.joined"),
  /** The project's topology with the shipped filter. */
  PIPELINE("SMS Warden", Topics.VERDICTS.name());

  /** The bare join's table: a reputation of every sender. */
  static final String SENDERS = "bench.senders";

  private final String description;
  private final String output;

  Contestant(String description, String output) {
    this.description = description;
    this.output = output;
  }

  /** Name in options and in JSON. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String description() {
    return description;
  }

  /** Topic with one record for each message. */
  String output() {
    return output;
  }

  /** Topics that are loaded before the first message. */
  List<String> tables() {
    return switch (this) {
      case COPY, IDENTITY -> List.of();
      case JOIN -> List.of(SENDERS);
      case PIPELINE -> List.of(Topics.PROFILES.name());
    };
  }
}
