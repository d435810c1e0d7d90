package io.smswarden.filter.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the times that rules name. */
final class Times {

  private static final Pattern CLOCK = Pattern.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])");
  private static final int DAY = 24 * 60;

  private Times() {}

  /** An instant with its offset, {@code 2026-12-31T23:59:00+08:00}. */
  static Optional<Instant> instant(Node node, Faults faults) {
    return Fields.text(node, faults)
        .flatMap(
            text -> {
              try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
              } catch (DateTimeException e) {
                faults.add(
                    node,
                    "'%s' is no time: expected one with its offset such as 2026-12-31T23:59:00+08:00"
                        .formatted(text));
                return Optional.empty();
              }
            });
  }

  /** An instant, or a day, which it is the end of. */
  static Optional<Instant> until(Node node, Reading reading) {
    Optional<String> text = Fields.text(node, reading.faults());
    if (text.isEmpty() || text.get().contains("T")) {
      return text.isEmpty() ? Optional.empty() : instant(node, reading.faults());
    }
    try {
      LocalDate day = LocalDate.parse(text.get());
      if (reading.zone().isEmpty()) {
        reading
            .faults()
            .add(node, "a day ends at different times: give the rule set a zone, or here a time");
      }
      return reading.zone().map(zone -> day.plusDays(1).atStartOfDay(zone).toInstant());
    } catch (DateTimeException e) {
      reading
          .faults()
          .add(
              node,
              "'%s' is no day and no time: expected 2026-12-31 or 2026-12-31T23:59:00+08:00"
                  .formatted(text.get()));
      return Optional.empty();
    }
  }

  /** Minutes of the day, {@code 21:30}; 24:00 is its end. */
  static OptionalInt clock(Node node, Faults faults) {
    Optional<String> text = Fields.text(node, faults);
    if (text.isPresent()) {
      Matcher clock = CLOCK.matcher(text.get());
      if (clock.matches()) {
        return OptionalInt.of(
            Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2)));
      }
      if (text.get().equals("24:00")) {
        return OptionalInt.of(DAY);
      }
      faults.add(
          node, "'%s' is no time of day: expected 00:00 to 24:00, in quotes".formatted(text.get()));
    }
    return OptionalInt.empty();
  }

  static Optional<ZoneId> zone(Node node, Faults faults) {
    return Fields.text(node, faults)
        .flatMap(
            text -> {
              if (ZoneId.getAvailableZoneIds().contains(text)) {
                return Optional.of(ZoneId.of(text));
              }
              faults.unknown(node, "zone", text, ZoneId.getAvailableZoneIds());
              return Optional.empty();
            });
  }
}
