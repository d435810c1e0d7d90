package io.smswarden.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordingsTest {

  private static final List<Organisation> REGISTRY = Resources.registry();
  private static final Slots SLOTS = new Slots(Resources.slotLists(REGISTRY));

  static Stream<String> names() {
    Map<?, ?> mix = Resources.mix();
    Map<?, ?> collectors = (Map<?, ?>) mix.get("collectors");
    return Stream.of(
            Stream.of("people", "people-en", "people-last", "people-en-last", "greeting", "errand"),
            wordingsOf(mix.get("organisations")),
            wordingsOf(mix.get("campaigns")),
            Stream.of((String) collectors.get("debtor"), (String) collectors.get("contact")))
        .flatMap(names -> names);
  }

  private static Stream<String> wordingsOf(Object entries) {
    return ((List<?>) entries).stream().map(entry -> (String) ((Map<?, ?>) entry).get("wording"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aKindHasAtLeastTwelveDifferentWordings(String name) {
    assertThat(Resources.wordingLines(name))
        .hasSizeGreaterThanOrEqualTo(12)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everySlotIsKnown(String name) {
    assertThat(Resources.wordings(name))
        .allSatisfy(
            wording ->
                assertThat(wording.slots())
                    .allMatch(
                        slot -> SLOTS.knows(slot) || slot.equals("org") || slot.equals("channel")));
  }

  @Test
  void everyWordingOfAnOrganisationIsInTheMixAndTheOtherWayRound() {
    assertThat(REGISTRY.stream().flatMap(organisation -> organisation.writes().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            wordingsOf(Resources.mix().get("organisations")).toList());
  }

  @Test
  void slotsAreFilledAnewAndFixedOnesAreNot() {
    Wording wording = Wording.parse("{org}:{code6}");
    var slots =
        SLOTS.filling(
            new SplittableRandom(1), LocalDateTime.of(2026, 11, 24, 8, 0), Map.of("org", "江岸银行"));
    String first = wording.fill(slots);
    assertThat(first).matches("江岸银行:\\d{6}");
    assertThat(wording.fill(slots)).matches("江岸银行:\\d{6}").isNotEqualTo(first);
  }
}
