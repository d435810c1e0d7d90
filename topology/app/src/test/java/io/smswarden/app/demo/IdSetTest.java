package io.smswarden.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdSetTest {

  private static final List<String> IDS =
      List.of(
          "a-1",
          "a-2",
          "b-1",
          "a-01",
          "a-",
          "-1",
          "1",
          "",
          "a-1x",
          "a-999999999",
          "a-1000000000",
          "a-1-1",
          "a--1",
          "a-0");

  @ParameterizedTest
  @ValueSource(strings = {"a-1", "a-01", "a-1000000000", "a-", "1", "", "a-1x"})
  void theSecondOfTheSameIsNotAdded(String id) {
    IdSet ids = new IdSet();
    assertThat(ids.add(id)).isTrue();
    assertThat(ids.add(id)).isFalse();
    assertThat(ids.size()).isEqualTo(1);
  }

  @Test
  void idsThatLookAlikeAreDifferent() {
    IdSet ids = of(IDS);
    assertThat(ids.size()).isEqualTo(IDS.size());
    assertThat(ids.without(new IdSet())).containsExactlyInAnyOrderElementsOf(IDS);
  }

  @Test
  void setsAreComparedAsJavasOwnAre() {
    List<String> left = IDS.subList(0, 9);
    List<String> right = IDS.subList(5, IDS.size());
    Set<String> common = new HashSet<>(left);
    common.retainAll(right);
    Set<String> rest = new HashSet<>(left);
    rest.removeAll(right);

    assertThat(of(left).common(of(right))).isEqualTo(common.size());
    assertThat(of(left).without(of(right))).containsExactlyInAnyOrderElementsOf(rest);
  }

  private static IdSet of(List<String> ids) {
    IdSet set = new IdSet();
    ids.forEach(set::add);
    return set;
  }

  @Test
  void whatComesBeforeTheFirstCommonIdIsCountedByNumber() {
    IdSet all = new IdSet();
    for (int i : new int[] {3, 7, 12, 40}) {
      all.add("day-" + i);
    }
    IdSet flagged = new IdSet();
    flagged.add("day-5");
    assertThat(all.sizeBeforeFirstOf(flagged)).isEmpty();
    flagged.add("day-40");
    flagged.add("day-12");
    assertThat(all.sizeBeforeFirstOf(flagged)).hasValue(2);
  }
}
