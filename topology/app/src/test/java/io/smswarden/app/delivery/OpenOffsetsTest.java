package io.smswarden.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OpenOffsetsTest {

  private static final TopicPartition ONE = new TopicPartition("subscriber.alerts", 1);
  private static final TopicPartition TWO = new TopicPartition("subscriber.alerts", 2);

  private final OpenOffsets offsets = new OpenOffsets();

  @Test
  void whatIsDoneBehindAnOpenRecordIsNotCommitted() {
    offsets.begin(ONE, 7);
    offsets.begin(ONE, 8);
    offsets.begin(ONE, 9);
    offsets.end(ONE, 8);
    assertThat(offsets.first(ONE)).hasValue(7);
    offsets.end(ONE, 7);
    assertThat(offsets.first(ONE)).hasValue(9);
    offsets.end(ONE, 9);
    assertThat(offsets.first(ONE)).isEmpty();
    assertThat(offsets.size()).isZero();
  }

  @Test
  void aPartitionThatIsGoneIsNoLongerOurs() {
    offsets.begin(ONE, 7);
    offsets.begin(TWO, 7);
    offsets.forget(Set.of(ONE));
    assertThat(offsets.isOpen(ONE, 7)).isFalse();
    assertThat(offsets.isOpen(TWO, 7)).isTrue();
    offsets.end(ONE, 7);
    assertThat(offsets.size()).isEqualTo(1);
  }

  @Test
  void aPartitionRunsAheadOfOneRecordOnlySoFar() {
    for (long offset = 0; offset <= 10; offset++) {
      offsets.begin(ONE, offset);
      if (offset > 0) {
        offsets.end(ONE, offset);
      }
    }
    assertThat(offsets.farAhead(11)).isEmpty();
    assertThat(offsets.farAhead(10)).containsExactly(ONE);
    offsets.end(ONE, 0);
    assertThat(offsets.farAhead(10)).isEmpty();
  }
}
