package io.smswarden.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.app.traffic.TrafficItem.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days with a given number of senders and campaigns. */
class CrowdTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final List<Message> MESSAGES = messages(200_000, 11_000, 12);

  @Test
  void aDayHasAboutTheSendersAskedFor() {
    assertThat(distinctSenders(MESSAGES)).isBetween(10_500, 11_500);
  }

  @Test
  void aDayHasTheCampaignsAskedFor() {
    assertThat(numbersByCampaign(MESSAGES)).hasSize(12);
    assertThat(numbersByCampaign(messages(20_000, 2_000, 3))).hasSize(3);
    assertThat(numbersByCampaign(messages(50_000, 2_000, 33))).hasSize(33);
  }

  @Test
  void campaignsRotateFrom20To2000Numbers() {
    List<Integer> numbers =
        numbersByCampaign(MESSAGES).values().stream().map(Set::size).sorted().toList();
    assertThat(numbers.get(0)).isEqualTo(20);
    assertThat(numbers.get(numbers.size() - 1)).isBetween(1_900, 2_000);
  }

  @Test
  void noTwoCampaignsShareANumber() {
    Map<String, String> campaignOf = new HashMap<>();
    numbersByCampaign(MESSAGES)
        .forEach(
            (campaign, numbers) ->
                numbers.forEach(
                    number -> assertThat(campaignOf.putIfAbsent(number, campaign)).isNull()));
  }

  @Test
  void whatGoesAroundIsHonestAndComesFromManyPeople() {
    List<Message> greetings =
        MESSAGES.stream().filter(m -> m.truth().source() == Source.GREETING).toList();
    assertThat(greetings).hasSize(2_000).noneMatch(message -> message.truth().unwanted());
    assertThat(distinctSenders(greetings)).isGreaterThan(1_200);
  }

  @Test
  void campaignsSayTheSameInManyWords() {
    Map<String, Set<String>> texts = new HashMap<>();
    Map<String, Integer> sent = new HashMap<>();
    for (Message message : MESSAGES) {
      message
          .truth()
          .campaign()
          .ifPresent(
              name -> {
                texts.computeIfAbsent(name, n -> new HashSet<>()).add(message.text().value());
                sent.merge(name, 1, Integer::sum);
              });
    }
    assertThat(texts)
        .allSatisfy(
            (name, different) ->
                assertThat(different.size()).isGreaterThan(Math.min(60, sent.get(name) / 4)));
  }

  private static int distinctSenders(List<Message> messages) {
    return (int) messages.stream().map(message -> message.sender().value()).distinct().count();
  }

  private static Map<String, Set<String>> numbersByCampaign(List<Message> messages) {
    Map<String, Set<String>> numbers = new HashMap<>();
    for (Message message : messages) {
      message
          .truth()
          .campaign()
          .ifPresent(
              name ->
                  numbers
                      .computeIfAbsent(name, n -> new HashSet<>())
                      .add(message.sender().value()));
    }
    return numbers;
  }

  private static List<Message> messages(long messages, int senders, int campaigns) {
    List<Message> all = new ArrayList<>();
    Traffic.of(new DayPlan(1, messages, DAY, Optional.of(new DayPlan.Crowd(senders, campaigns))))
        .forEachRemaining(
            item -> {
              if (item instanceof Message message) {
                all.add(message);
              }
            });
    return all;
  }
}
