package io.smswarden.console.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.console.http.Paging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  /** Three partitions, of which memory has the last five records each. */
  private final FilledLog<String, Integer> filled = new FilledLog<>(3, 15);

  private void add(int count) {
    for (int number = 0; number < count; number++) {
      filled.add(number * 7 % 3, "key", number, NOON.plusSeconds(number));
    }
  }

  private static List<Integer> down(int from, int to) {
    return IntStream.rangeClosed(to, from).map(i -> from + to - i).boxed().toList();
  }

  private static List<Integer> values(Search.Found<String, Integer> found) {
    return found.entries().stream().map(Entry::value).toList();
  }

  @Test
  void partsFollowEachOtherFromMemoryIntoTheTopic() {
    add(2000);
    List<Integer> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Search.Found<String, Integer> part =
          Search.part(filled.log(), new Paging(170, cursor), entry -> true);
      assertThat(part.entries()).isNotEmpty();
      all.addAll(values(part));
      cursor = part.next();
    } while (cursor.isPresent());
    assertThat(all).isEqualTo(down(1999, 0));
  }

  @Test
  void whatComesMeanwhileIsNotInLaterParts() {
    add(40);
    Search.Found<String, Integer> first =
        Search.part(filled.log(), new Paging(10, Optional.empty()), entry -> true);
    filled.add(0, "key", 1000, NOON.plusSeconds(1000));
    Search.Found<String, Integer> second =
        Search.part(filled.log(), new Paging(10, first.next()), entry -> true);
    assertThat(values(first)).isEqualTo(down(39, 30));
    assertThat(values(second)).isEqualTo(down(29, 20));
  }

  @Test
  void aPartThatFindsNothingStillLeadsOn() {
    add(Search.LOOKS + 100);
    Search.Found<String, Integer> first =
        Search.part(filled.log(), new Paging(1, Optional.empty()), entry -> entry.value() == 5);
    assertThat(first.entries()).isEmpty();
    Search.Found<String, Integer> second =
        Search.part(filled.log(), new Paging(1, first.next()), entry -> entry.value() == 5);
    assertThat(values(second)).containsExactly(5);
  }

  @Test
  void recordsThatComeLateStayInTheirPartitionsOrder() {
    filled.add(0, "key", 1, NOON.plusSeconds(10));
    filled.add(0, "key", 2, NOON);
    filled.add(1, "key", 3, NOON.plusSeconds(5));
    Search.Found<String, Integer> found =
        Search.part(filled.log(), new Paging(10, Optional.empty()), entry -> true);
    assertThat(values(found)).containsExactly(3, 2, 1);
    assertThat(found.next()).isEmpty();
  }

  @Test
  void nothingBeforeATimeIsLookedAt() {
    add(300);
    Backwards<String, Integer> backwards =
        Backwards.from(
            filled.log(), Optional.empty(), Optional.empty(), Optional.of(NOON.plusSeconds(290)));
    assertThat(values(Search.part(backwards, entry -> true, 100))).isEqualTo(down(299, 290));
  }
}
