package io.smswarden.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TopologyPictureTest {

  private static final Path README = Path.of("../../README.md");
  private static final Pattern PICTURE =
      Pattern.compile("(?<=```mermaid\n).*?(?=```\n)", Pattern.DOTALL);

  @Test
  void theReadmeShowsTheTopologyAsItIs() throws IOException {
    String drawn =
        TopologyPicture.of(
            new SmsTopology(
                    Pipeline.LITERAL,
                    TopicSerdes.embedded(),
                    Pipeline.SETTINGS,
                    PipelineObserver.NONE)
                .build()
                .describe());
    if (Boolean.getBoolean("smswarden.golden.update")) {
      String readme = Files.readString(README, UTF_8);
      Files.writeString(
          README, PICTURE.matcher(readme).replaceFirst(Matcher.quoteReplacement(drawn)), UTF_8);
    }

    Matcher shown = PICTURE.matcher(Files.readString(README, UTF_8));

    assertThat(shown.find()).as("the README has a mermaid block").isTrue();
    assertThat(shown.group())
        .as("if the change is meant, run this test with -Dsmswarden.golden.update=true")
        .isEqualTo(drawn);
  }
}
