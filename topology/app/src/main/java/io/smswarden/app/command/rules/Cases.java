package io.smswarden.app.command.rules;

import io.smswarden.app.command.LabelledFiles;
import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.backtest.Case;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the messages that rules are compared by. */
final class Cases {

  /** Digits of a number that stay readable: country and network, not the subscriber. */
  private static final int SHOWN = 7;

  private Cases() {}

  /** Labelled files; their messages have neither sender nor time. */
  static void labelled(List<Path> files, Consumer<Case> cases) {
    LabelledFiles.read(
        files,
        labelled ->
            cases.accept(
                new Case(
                    Optional.empty(),
                    Message.of(labelled.text()),
                    Optional.of(labelled.unwanted()),
                    labelled.source())));
  }

  /** Files of {@code sender<TAB>recipient<TAB>epoch-millis<TAB>text}. */
  static void traffic(List<Path> files, String region, Consumer<Case> cases) {
    TrafficLines.read(
        files,
        (raw, millis, text) -> {
          Optional<SenderId> sender = SenderId.parse(raw, region);
          cases.accept(
              new Case(
                  Optional.empty(),
                  new Message(
                      sender,
                      new SmsText(text),
                      SenderStanding.UNKNOWN,
                      Optional.of(Instant.ofEpochMilli(millis))),
                  Optional.empty(),
                  sender.map(Cases::masked).orElse("unknown")));
        });
  }

  /** A subscriber's number without its end; a code or a name is nobody's. */
  private static String masked(SenderId sender) {
    String value = sender.value();
    boolean number = value.startsWith("+") && value.length() > SHOWN;
    return number ? value.substring(0, SHOWN) + "*".repeat(value.length() - SHOWN) : value;
  }
}
