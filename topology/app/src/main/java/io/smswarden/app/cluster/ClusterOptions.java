package io.smswarden.app.cluster;

import io.smswarden.app.config.Settings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which cluster is meant. */
public final class ClusterOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "Properties file; see deploy/smswarden.properties.",
        "Environment variables such as SMSWARDEN_HTTP_PORT go over it."
      })
  private Path config;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "The cluster's address; goes over the configuration.")
  private String bootstrapServers;

  /** The configuration that they make, with the environment. */
  public Settings settings() {
    Settings settings = Settings.read(Optional.ofNullable(config), System.getenv());
    return bootstrapServers == null ? settings : settings.withBootstrapServers(bootstrapServers);
  }
}
