package io.smswarden.app.bench;

import io.smswarden.app.exit.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The {@code broker} command as a child process, which does not outlive this one. */
final class BrokerProcess implements AutoCloseable {

  private static final String ADDRESS = "bootstrap.servers=";
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final String bootstrapServers;

  private BrokerProcess(Process process, Path log) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "kill-broker"));
    try {
      this.bootstrapServers = address(process, log);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts a broker; ready to serve when this returns.
   *
   * @param main the application's main class
   * @param directory an empty one, where the broker keeps everything
   */
  static BrokerProcess start(Class<?> main, Path directory) {
    Path log = directory.resolve("broker.log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            "broker",
            "--data-dir",
            directory.resolve("broker").toString());
    try {
      return new BrokerProcess(
          new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(Process process, Path log) {
    CompletableFuture<String> address = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process.inputReader(), address), "broker-output");
    reader.setDaemon(true);
    reader.start();
    try {
      return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw UserError.clusterFailed(
          "the benchmark's broker did not start; it said: " + contents(log), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String contents(Path log) {
    try {
      return Files.readString(log).strip();
    } catch (IOException e) {
      return "nothing that could be read";
    }
  }

  /** Reads to the end, so that the broker never waits for a full pipe. */
  private static void read(BufferedReader output, CompletableFuture<String> address) {
    output
        .lines()
        .filter(line -> line.startsWith(ADDRESS))
        .forEach(line -> address.complete(line.substring(ADDRESS.length())));
    address.completeExceptionally(new IllegalStateException("the broker ended"));
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  /** Kills the broker: what it holds is thrown away. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
