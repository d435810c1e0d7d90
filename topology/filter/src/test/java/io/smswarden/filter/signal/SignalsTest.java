package io.smswarden.filter.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smswarden.filter.Message;
import io.smswarden.filter.text.TextViews;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalsTest {

  private static final SignalTable TABLE = Signals.standard().table();

  /** A signal that is broken. */
  private record Broken(String code) implements Signal {
    @Override
    public void observe(Message message, TextViews views, Sink sink) {
      throw new IllegalStateException("broken");
    }
  }

  private static List<String> codes(Signals signals, String text) {
    TextViews views = new TextViews();
    views.read(text);
    Observations seen = signals.observer().observe(Message.of(text), views);
    return IntStream.range(0, seen.count())
        .mapToObj(i -> TABLE.rows().get(seen.row(i)).code())
        .toList();
  }

  @Test
  void aBrokenSignalSilencesNeitherTheMessageNorItsNeighbours() {
    Signals signals =
        new Signals(
            TABLE,
            List.of(
                new Broken("SENDER_SUSPICION"), new SuspiciousLink(new Institutions(List.of()))));
    assertThat(codes(signals, "请把钱转到安全账户 http://1.2.3.4/a"))
        .contains("SAFE_ACCOUNT", "SIGNAL_FAILED", "SUSPICIOUS_LINK");
  }

  @Test
  void aSignalWithoutARowIsRefused() {
    assertThatThrownBy(() -> new Signals(TABLE, List.of(new Broken("NOT_THERE"))))
        .hasMessageContaining("no row NOT_THERE");
  }
}
