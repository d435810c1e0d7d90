package io.smswarden.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smswarden.app.traffic.DayPlan;
import io.smswarden.app.traffic.Traffic;
import io.smswarden.app.traffic.TrafficItem.Message;
import io.smswarden.app.traffic.Truth;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Verdict;
import io.smswarden.streams.Topics;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportIT {

  private static final long MESSAGES = 20_000;
  private static final DayPlan.Crowd CROWD = new DayPlan.Crowd(4_000, 3);

  @TempDir Path directory;

  @Test
  void everyMessageIsAccountedForByWhatItReallyIs() throws Exception {
    Path data = directory.resolve("data");
    DemoProcess.Result result =
        DemoProcess.start(
                directory.resolve("said.txt"),
                "--report",
                "--data-dir",
                data.toString(),
                "--messages",
                Long.toString(MESSAGES),
                "--senders",
                Integer.toString(CROWD.senders()),
                "--campaigns",
                Integer.toString(CROWD.campaigns()))
            .result();

    JsonNode json = result.json();
    assertThat(json.get("reconciled").asBoolean()).as(result.said()).isTrue();
    JsonNode report = json.get("report");
    assertThat(report.get("campaigns")).hasSize(CROWD.campaigns());
    assertThat(sum(report.get("campaigns")) + sum(report.get("honest")) + sum(report.get("others")))
        .isEqualTo(MESSAGES);
    assertThat(report.get("bars")).hasSize(3);
    assertThat(report.get("alerts").get("above_cap").asLong()).isZero();
    assertThat(result.exitCode()).isEqualTo(report.get("met").asBoolean() ? 0 : 1);
    try (TopicContents topics = new TopicContents(data)) {
      Set<String> flagged = new HashSet<>();
      String anyId = "";
      for (Verdict verdict : topics.of(Topics.VERDICTS)) {
        anyId = verdict.getMessageId();
        if (verdict.getAction() != Action.ALLOW) {
          flagged.add(verdict.getMessageId());
        }
      }
      assertFiguresAreThoseOfTheTopics(report, flagged, anyId);
    }
  }

  /** The day is generated once more, and counted by other means than the report's. */
  private static void assertFiguresAreThoseOfTheTopics(
      JsonNode report, Set<String> flagged, String anyId) {
    LocalDate day = LocalDate.parse(anyId.split("-", 2)[0], DateTimeFormatter.BASIC_ISO_DATE);
    Map<String, Integer> sent = new HashMap<>();
    Map<String, Integer> lateFlagged = new HashMap<>();
    long[] honestFlagged = {0};
    Traffic.of(new DayPlan(1, MESSAGES, day, Optional.of(CROWD)))
        .forEachRemaining(
            item -> {
              if (item instanceof Message message) {
                Truth truth = message.truth();
                boolean found = flagged.contains(message.id());
                honestFlagged[0] += found && !truth.unwanted() ? 1 : 0;
                truth
                    .campaign()
                    .ifPresent(
                        name -> {
                          boolean late = sent.merge(name, 1, Integer::sum) > 50;
                          lateFlagged.merge(name, found && late ? 1 : 0, Integer::sum);
                        });
              }
            });
    for (JsonNode campaign : report.get("campaigns")) {
      String name = campaign.get("name").asText();
      assertThat(campaign.get("messages").asInt()).isEqualTo(sent.get(name));
      assertThat(campaign.get("after_first_50_flagged").asInt()).isEqualTo(lateFlagged.get(name));
    }
    long reported = 0;
    for (JsonNode source : report.get("honest")) {
      reported += source.get("flagged").asLong();
    }
    assertThat(reported).isEqualTo(honestFlagged[0]);
  }

  private static long sum(JsonNode nodes) {
    long sum = 0;
    for (JsonNode node : nodes) {
      sum += node.get("messages").asLong();
    }
    return sum;
  }
}
