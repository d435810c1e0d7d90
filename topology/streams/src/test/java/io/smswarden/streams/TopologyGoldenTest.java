package io.smswarden.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** A changed name of an operator, store or topic abandons state: it must be seen in review. */
class TopologyGoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/topology.txt");

  @Test
  void theTopologyIsTheOneThatWasReviewed() throws IOException {
    Topology topology =
        new SmsTopology(
                Pipeline.LITERAL, TopicSerdes.embedded(), Pipeline.SETTINGS, PipelineObserver.NONE)
            .build();
    String described = topology.describe().toString();
    if (Boolean.getBoolean("smswarden.golden.update")) {
      Files.writeString(GOLDEN, described);
    }

    try (InputStream golden = Files.newInputStream(GOLDEN)) {
      assertThat(described)
          .as("if the change is meant, run this test with -Dsmswarden.golden.update=true")
          .isEqualTo(new String(golden.readAllBytes(), UTF_8));
    }
    assertThat(described).doesNotContainPattern("(KSTREAM|KTABLE)-[A-Z]+-[0-9]{10}");
  }
}
