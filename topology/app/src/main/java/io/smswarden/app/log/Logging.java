package io.smswarden.app.log;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * How loud the log is. A command starts quiet, since what goes wrong is told in one line; a service
 * that has started says what Kafka warns of.
 */
public final class Logging {

  private static final String OURS = "io.smswarden";
  private static final String KAFKA_CLIENTS = "org.apache.kafka";
  private static final String KAFKA_BROKER = "kafka";
  private static final String HTTP = "io.javalin";

  private Logging() {}

  /** For a service that runs: warnings of Kafka's clients as well. */
  public static void service() {
    if (!LogManager.getLogger(KAFKA_CLIENTS).isInfoEnabled()) {
      Configurator.setLevel(KAFKA_CLIENTS, Level.WARN);
      Configurator.setLevel(HTTP, Level.WARN);
    }
  }

  /** For a command that a person watches, and that tells what matters itself. */
  public static void quiet() {
    if (!LogManager.getLogger(KAFKA_CLIENTS).isInfoEnabled()) {
      Configurator.setLevel(OURS, Level.ERROR);
    }
  }

  /** For looking into something: what Kafka's clients tell of their doings. */
  public static void verbose() {
    Configurator.setRootLevel(Level.INFO);
    Configurator.setLevel(KAFKA_CLIENTS, Level.INFO);
    Configurator.setLevel(KAFKA_BROKER, Level.INFO);
  }
}
