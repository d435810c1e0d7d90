package io.smswarden.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells the version, as the jar's manifest has it. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
    return new String[] {
      "smswarden " + version, "Java " + Runtime.version() + ", " + System.getProperty("os.arch")
    };
  }
}
