package io.smswarden.filter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rule set that operators start from. */
class ExampleRulesTest {

  private static final Path SHIPPED = Path.of("../../deploy/rules/example.yaml");

  @Test
  void theShippedRulesAreWithoutFaultAndDoWhatTheirExamplesSay() throws IOException {
    Filter filter = Shipped.FILTER.withRules(Files.readString(SHIPPED));

    assertThat(filter.rules().rules()).allSatisfy(rule -> assertThat(rule.examples()).isNotEmpty());
    assertThat(Examples.failures(filter)).isEmpty();
    assertThat(filter.rules().version()).matches("starter-1-[0-9a-f]{12}");
  }
}
