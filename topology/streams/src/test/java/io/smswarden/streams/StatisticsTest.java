package io.smswarden.streams;

import static io.smswarden.streams.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.SenderAnomaly;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.TopSender;
import io.smswarden.schemas.TopSenders;
import io.smswarden.schemas.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  private static final List<String> SENDERS =
      List.of("10690001", "10690002", "+8613900000009", "95588");
  private static final List<String> SUBSCRIBERS =
      List.of("+8613800000001", "+8613911110002", "+447400123456");
  private static final List<String> CATEGORIES = List.of("FRAUD", "LOAN_AD", "COLLECTION_ABUSIVE");
  private static final Map<String, String> REGIONS =
      Map.of("+8613800000001", "CN/Beijing", "+8613911110002", "CN/Beijing", "+447400123456", "GB");

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  /** Sums that were taken for a second go out. */
  private void aSecondPasses() {
    pipeline.wallClock(Duration.ofSeconds(1));
  }

  private void complain(String sender, String subscriber, String category, Instant time) {
    pipeline.put(
        Topics.COMPLAINTS,
        new SenderId(sender),
        Complaint.newBuilder()
            .setId(sender + subscriber + time)
            .setSender(sender)
            .setComplainant(subscriber)
            .setCategory(io.smswarden.schemas.Category.valueOf(category))
            .setComplainedAt(time)
            .build(),
        time);
  }

  @Test
  void theStatisticsAreWhatTheInputsComeToInWhateverOrder() {
    pipeline.register("95588", "工商银行", SenderKind.BANK);
    Random random = new Random(4);
    Map<String, Long> expected = new HashMap<>();
    for (int i = 0; i < 1500; i++) {
      String sender = SENDERS.get(random.nextInt(SENDERS.size()));
      String subscriber = SUBSCRIBERS.get(random.nextInt(SUBSCRIBERS.size()));
      String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
      // Within the grace of a day, whatever comes first.
      Instant time = NOON.plusSeconds(random.nextInt(22 * 3600) + (i / 300) * 3600L);
      boolean complaint = random.nextInt(3) == 0;
      if (complaint) {
        complain(sender, subscriber, category, time);
      } else {
        pipeline.sms(sender, subscriber, "WARN " + category, time);
      }
      if (random.nextInt(50) == 0) {
        aSecondPasses();
      }
      count(expected, complaint, sender, subscriber, category, time);
    }
    aSecondPasses();

    Map<String, Long> counted = new HashMap<>();
    pipeline
        .latest(Topics.STATS)
        .forEach(
            (key, stats) -> {
              stats.getWarningsByCategory().forEach((c, n) -> counted.put(key + " w " + c, n));
              stats.getComplaintsByCategory().forEach((c, n) -> counted.put(key + " c " + c, n));
            });
    Instant today = NOON.plus(Duration.ofHours(26)).truncatedTo(ChronoUnit.DAYS);
    expected.keySet().removeIf(key -> key.contains("@WEEK@") && weekEnd(key).isAfter(today));
    counted.keySet().removeIf(key -> key.contains("@WEEK@") && weekEnd(key).isAfter(today));
    assertThat(counted).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private static Instant weekEnd(String key) {
    String start = key.substring(key.lastIndexOf('@') + 1, key.indexOf('Z', key.lastIndexOf('@')));
    return Instant.parse(start + "Z").plus(Duration.ofDays(6));
  }

  /** The batch computation that the stream has to agree with. */
  private static void count(
      Map<String, Long> counts,
      boolean complaint,
      String sender,
      String subscriber,
      String category,
      Instant time) {
    BiConsumer<String, Instant> add =
        (window, start) -> {
          for (String subject :
              List.of(
                  "SENDER:" + sender,
                  "CATEGORY:" + category,
                  "REGION:" + REGIONS.get(subscriber),
                  sender.equals("95588") ? "ORGANISATION:工商银行" : "")) {
            if (!subject.isEmpty()) {
              counts.merge(
                  "%s@%s@%s %s %s"
                      .formatted(subject, window, start, complaint ? "c" : "w", category),
                  1L,
                  Long::sum);
            }
          }
        };
    Instant day = time.truncatedTo(ChronoUnit.DAYS);
    add.accept("HOUR", time.truncatedTo(ChronoUnit.HOURS));
    add.accept("DAY", day);
    for (int back = 0; back < 7; back++) {
      add.accept("WEEK", day.minus(Duration.ofDays(back)));
    }
  }

  @Test
  void aWeekSlidesByADay() {
    for (int day = 0; day < 9; day++) {
      pipeline.sms("10690001", "WARN FRAUD", NOON.plus(Duration.ofDays(day)));
    }

    Map<String, ComplaintStats> stats = pipeline.latest(Topics.STATS);

    assertThat(stats.get("SENDER:10690001@WEEK@2026-03-04T00:00:00Z").getWarningsByCategory())
        .containsEntry("FRAUD", 7L);
    assertThat(stats.get("SENDER:10690001@WEEK@2026-02-24T00:00:00Z").getWarningsByCategory())
        .containsEntry("FRAUD", 1L);
  }

  @Test
  void aBusyCategoryIsSentOnOnceASecondAndNotForEachMessage() {
    for (int i = 0; i < 200; i++) {
      pipeline.sms("1069" + i, "WARN FRAUD", NOON.plusSeconds(i));
    }
    aSecondPasses();

    assertThat(pipeline.read(Topics.STATS))
        .filteredOn(stats -> stats.getSubject().equals("FRAUD"))
        .hasSizeLessThan(10);
  }

  @Test
  void aJumpOfComplaintsIsTold() {
    for (int i = 0; i < 8; i++) {
      complain("10690001", "+86138000000" + (10 + i), "FRAUD", NOON.plusSeconds(i));
    }
    complain("10690002", "+8613800000010", "FRAUD", NOON);

    Map<String, SenderAnomaly> anomalies = pipeline.latest(Topics.ANOMALIES);

    assertThat(anomalies).containsOnlyKeys("10690001@2026-03-02T12:00:00Z");
    SenderAnomaly anomaly = anomalies.get("10690001@2026-03-02T12:00:00Z");
    assertThat(anomaly.getComplaints()).isEqualTo(8);
    assertThat(anomaly.getProbability()).isLessThan(1e-6);
  }

  @Test
  void aSenderOftenComplainedOfIsNoAnomalyWhenThatGoesOn() {
    for (int hour = 0; hour < 100; hour++) {
      for (int i = 0; i < 5; i++) {
        complain(
            "10690001",
            "+86138000000" + (10 + i),
            "FRAUD",
            NOON.plus(Duration.ofHours(hour)).plusSeconds(i));
      }
      if (hour == 24) {
        pipeline.read(Topics.ANOMALIES);
      }
    }

    assertThat(pipeline.read(Topics.ANOMALIES)).isEmpty();
  }

  @Test
  void theMostSuspiciousSendersAreListedWithoutThoseTheRegistryVouchesFor() {
    pipeline.register("95588", "工商银行", SenderKind.BANK);
    pipeline.sms("95588", "WARN ADVERT", NOON);
    pipeline.sms("10690002", "hello", NOON);
    pipeline.sms("10690002", "WARN FRAUD", NOON);
    pipeline.sms("10690001", "WARN FRAUD", NOON);
    pipeline.sms("10690001", "WARN FRAUD", NOON);
    pipeline.sms("10690003", "hello", NOON);
    aSecondPasses();

    assertThat(last().getSenders())
        .extracting(TopSender::getSender)
        .containsExactly("10690001", "10690002");
  }

  @Test
  void aSenderNotHeardOfForAWeekLeavesTheList() {
    pipeline.sms("10690001", "WARN FRAUD", NOON);
    aSecondPasses();
    pipeline.sms("10690002", "WARN FRAUD", NOON.plus(Duration.ofDays(8)));
    aSecondPasses();

    assertThat(last().getSenders()).extracting(TopSender::getSender).containsExactly("10690002");
  }

  private TopSenders last() {
    List<TopSenders> all = pipeline.read(Topics.TOP_SENDERS);
    return all.get(all.size() - 1);
  }

  @Test
  void whatCameAfterTheGraceIsNotCounted() {
    pipeline.sms("10690001", "WARN FRAUD", NOON.plus(Duration.ofDays(3)));
    pipeline.read(Topics.STATS);
    pipeline.sms("10690001", "WARN FRAUD", NOON);
    List<Warning> warned = pipeline.read(Topics.WARNINGS);

    assertThat(warned).hasSize(2);
    assertThat(pipeline.read(Topics.STATS)).isEmpty();
  }
}
