package io.smswarden.filter.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintIndexTest {

  private final Random random = new Random(4);

  private Fingerprint any() {
    return Fingerprint.of(random.ints(Fingerprint.ROWS).toArray());
  }

  /** A fingerprint with some rows changed, of the first ones where {@code rows} is positive. */
  private static Fingerprint changed(Fingerprint fingerprint, int rows) {
    byte[] bytes = fingerprint.bytes().array();
    for (int row = 0; row < rows; row++) {
      bytes[row]++;
    }
    return Fingerprint.of(java.nio.ByteBuffer.wrap(bytes));
  }

  @Test
  void equalRowsAreCounted() {
    for (int rows = 0; rows <= Fingerprint.ROWS; rows++) {
      Fingerprint one = any();
      assertThat(changed(one, rows).equalRows(one)).isEqualTo(Fingerprint.ROWS - rows);
    }
  }

  @Test
  void theMostAlikeMemberIsFound() {
    FingerprintIndex index = new FingerprintIndex(10);
    Fingerprint text = any();
    index.put("far", changed(text, 30), 0);
    index.put("near", changed(text, 10), 0);
    index.put("unlike", changed(text, 40), 0);
    index.put("other", any(), 0);

    assertThat(index.nearest(text)).contains("near");
    index.remove("near");
    assertThat(index.nearest(text)).contains("far");
    index.remove("far");
    assertThat(index.nearest(text)).isEmpty();
  }

  @Test
  void ofTwoEquallyAlikeTheSmallerIdIsFoundInWhateverOrderTheyCame() {
    Fingerprint text = any();
    for (String first : new String[] {"a", "b"}) {
      FingerprintIndex index = new FingerprintIndex(10);
      index.put(first, text, 0);
      index.put(first.equals("a") ? "b" : "a", text, 0);
      assertThat(index.nearest(text)).contains("a");
    }
  }

  @Test
  void itAgreesWithAPlainSearchThroughAllComingsAndGoings() {
    FingerprintIndex index = new FingerprintIndex(64);
    Map<String, Fingerprint> plain = new HashMap<>();
    Fingerprint[] pool = new Fingerprint[200];
    for (int i = 0; i < pool.length; i++) {
      // Many share bands with others, as texts with the same ending do.
      pool[i] = i % 2 == 0 || i == 0 ? any() : changed(pool[i - 1], 44);
    }
    for (int step = 0; step < 20_000; step++) {
      int chosen = random.nextInt(pool.length);
      String id = "m" + chosen;
      if (random.nextBoolean() && plain.size() < 64) {
        index.put(id, pool[chosen], step);
        plain.put(id, pool[chosen]);
      } else {
        index.remove(id);
        plain.remove(id);
      }
      Fingerprint asked = pool[random.nextInt(pool.length)];
      assertThat(index.nearest(asked).map(plain::get).map(asked::similarity))
          .isEqualTo(
              plain.values().stream()
                  .filter(asked::isAlike)
                  .map(asked::similarity)
                  .max(Double::compare));
      assertThat(index.size()).isEqualTo(plain.size());
    }
  }

  @Test
  void theEldestIsTheOneNotSeenForLongest() {
    FingerprintIndex index = new FingerprintIndex(2);
    index.put("a", any(), 10);
    index.put("b", any(), 20);
    assertThat(index.isFull()).isTrue();
    assertThatThrownBy(() -> index.put("c", any(), 30)).isInstanceOf(IllegalStateException.class);
    assertThat(index.eldest()).contains("a");
    assertThat(index.eldestBefore(10)).isEmpty();
    assertThat(index.eldestBefore(11)).contains("a");

    index.seen("a", 30);

    assertThat(index.eldest()).contains("b");
    assertThat(index.eldestBefore(21)).contains("b");
  }

  @Test
  void aRecentTextIsFoundUntilAsManyOthersCame() {
    RecentTexts<String> recent = new RecentTexts<>(1_000);
    Fingerprint text = any();
    recent.add(text, "first");
    for (int i = 0; i < 1_023; i++) {
      recent.add(any(), "other");
    }
    assertThat(recent.alike(changed(text, 16))).contains("first");
    recent.add(any(), "one more");
    assertThat(recent.alike(text)).isEmpty();
  }
}
