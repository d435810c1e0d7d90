package io.smswarden.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.TrustedClasses;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertLoadTest {

  static {
    TrustedClasses.trust();
  }

  private final AlertLoad load = new AlertLoad();

  @Test
  void aDayEndsAtTheSubscribersMidnight() {
    alert("+8615400000001", "2026-11-24T15:59:59Z");
    alert("+8615400000001", "2026-11-24T16:00:00Z");

    assertThat(load.most()).isEqualTo(1);
    assertThat(load.subscribers()).isEqualTo(1);
  }

  @Test
  void whoGotMoreThanTheCapIsCountedOnce() {
    for (String day : new String[] {"2026-11-24", "2026-11-26"}) {
      for (int i = 0; i < 3; i++) {
        alert("+8615400000001", day + "T08:00:0" + i + "Z");
      }
    }
    alert("+8615400000002", "2026-11-24T08:00:00Z");

    assertThat(load.above(2)).isEqualTo(1);
    assertThat(load.above(3)).isZero();
  }

  private void alert(String recipient, String at) {
    load.add(
        SubscriberAlert.newBuilder()
            .setMessageId(recipient + at)
            .setRecipient(recipient)
            .setSender("95702")
            .setScore(0.9)
            .setAdviceZh("请核实。")
            .setAdviceEn("Verify.")
            .setEventTime(Instant.parse(at))
            .build());
  }
}
