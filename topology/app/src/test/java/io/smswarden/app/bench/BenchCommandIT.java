package io.smswarden.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smswarden.app.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandIT {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new Main())
        .addSubcommand(BenchCommand.class)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void eachMeasurementIsOneJsonObjectAndTheBrokerIsGoneAfterwards() throws IOException {
    int exit =
        run(
            "bench",
            "--json",
            "--messages=2000",
            "--rounds=1",
            "--rate=500",
            "--seconds=1",
            "--commit-interval=50");
    assertThat(exit).as(err.toString()).isZero();
    List<String> printed = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : out.toString().lines().toList()) {
      JsonNode one = mapper.readTree(line);
      assertThat(one.fieldNames())
          .toIterable()
          .containsExactly("name", "value", "unit", "ratio_to", "ratio");
      assertThat(one.get("value").doubleValue()).isPositive();
      assertThat(one.get("ratio").isNull()).isEqualTo(one.get("ratio_to").isNull());
      printed.add(one.get("name").textValue() + " " + one.get("ratio_to").asText());
    }
    assertThat(printed)
        .containsExactly(
            "throughput.copy null",
            "throughput.identity null",
            "throughput.join identity",
            "throughput.pipeline join",
            "throughput.pipeline identity",
            "cpu.copy null",
            "cpu.identity null",
            "cpu.join identity",
            "cpu.pipeline join",
            "cpu.pipeline identity",
            "latency_p50.identity null",
            "latency_p50.join identity",
            "latency_p50.pipeline join",
            "latency_p50.pipeline identity",
            "latency_p99.identity null",
            "latency_p99.join identity",
            "latency_p99.pipeline join",
            "latency_p99.pipeline identity");
    assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
  }
}
