package io.smswarden.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.app.config.Settings;
import io.smswarden.app.delivery.DeliverCommand;
import io.smswarden.app.run.RunCommand;
import io.smswarden.app.topics.TopicsCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ConfigurationKeysTest {

  private static final Pattern VARIABLE = Pattern.compile("\\bSMSWARDEN_[A-Z0-9_]+");
  private static final Pattern KEY = Pattern.compile("(?<![\\w/.-])smswarden\\.[a-z][a-z.-]*[a-z]");

  /** What has the form of a key and is the name of a file. */
  private static final Set<String> FILES =
      Set.of(
          "smswarden.jar",
          "smswarden.env",
          "smswarden.json",
          "smswarden.properties",
          "smswarden.service",
          "smswarden.yaml");

  @ParameterizedTest
  @MethodSource("files")
  void everyVariableInAFileIsReadByTheConfiguration(Path file) {
    for (String variable : found(VARIABLE, file)) {
      assertThat(Settings.read(Optional.empty(), Map.of(variable, "anything")).effective())
          .as("%s in %s", variable, file)
          .anyMatch(line -> line.endsWith("# " + variable));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyKeyInAFileIsOneOfTheConfiguration(Path file) {
    Set<String> keys = found(KEY, file);
    keys.removeAll(FILES);

    assertThat(known()).as("keys of the configuration").containsAll(keys);
  }

  @Test
  void theFilesNameKeysAndVariables() {
    assertThat(found(KEY, DeployDirectory.path("smswarden.properties")))
        .contains("smswarden.threads");
    assertThat(found(VARIABLE, DeployDirectory.path("compose.yaml")))
        .contains("SMSWARDEN_BOOTSTRAP_SERVERS");
  }

  @Test
  void theImageAndTheServiceStartACommandThatExists() {
    String image = DeployDirectory.text("Dockerfile");
    String service = DeployDirectory.text("systemd/smswarden.service");

    assertThat(image)
        .contains("CMD [\"run\", \"--config\", \"/etc/smswarden/smswarden.properties\"]");
    assertThat(service)
        .contains("smswarden.jar run --config /etc/smswarden/smswarden.properties\n");
    new CommandLine(new RunCommand()).parseArgs("--config", "any");
  }

  @Test
  void theDeliveryStartsACommandThatExists() {
    assertThat(DeployDirectory.text("systemd/smswarden-delivery.service"))
        .contains("smswarden.jar deliver --config /etc/smswarden/smswarden.properties\n");
    new CommandLine(new DeliverCommand()).parseArgs("--config", "any");
    assertThat(command("delivery")).startsWith("deliver", "--config");
  }

  @Test
  void theTopicsAreMadeByACommandThatExists() {
    List<String> command = command("topics");

    assertThat(command).startsWith("topics", "create");
    new CommandLine(new TopicsCommand())
        .parseArgs(command.subList(1, command.size()).toArray(String[]::new));
  }

  private static List<String> command(String service) {
    return new Compose()
        .services().stream()
            .filter(one -> one.name().equals(service))
            .findFirst()
            .orElseThrow()
            .command();
  }

  private static Set<String> known() {
    return Settings.read(Optional.empty(), Map.of()).effective().stream()
        .map(line -> line.substring(0, line.indexOf('=')))
        .collect(Collectors.toSet());
  }

  private static Set<String> found(Pattern pattern, Path file) {
    return pattern
        .matcher(DeployDirectory.text(file))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static List<Path> files() {
    return DeployDirectory.files();
  }
}
