package io.smswarden.app.config;

import io.smswarden.console.http.Role;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.alert.QuietHours;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.HostInfo;

/**
 * What values a key takes.
 *
 * @param allowed says which, to whoever gave another
 * @param parse reads one; throws {@link IllegalArgumentException} or {@link ArithmeticException}
 *     for another
 */
record Kind<T>(String allowed, Function<String, T> parse) {

  private static final Pattern SERVERS =
      Pattern.compile("(\\[[0-9a-fA-F:]+]|[A-Za-z0-9._-]+):\\d{1,5}");

  private static final int SHORTEST_SECRET = 16;

  boolean accepts(String text) {
    try {
      return parse.apply(text) != null;
    } catch (IllegalArgumentException | ArithmeticException e) {
      return false;
    }
  }

  Kind<T> but(String allowed, Predicate<T> condition) {
    return new Kind<>(
        allowed,
        text -> {
          T value = parse.apply(text);
          if (!condition.test(value)) {
            throw new IllegalArgumentException(allowed);
          }
          return value;
        });
  }

  static Kind<String> servers() {
    return new Kind<>("host:port, several separated by commas", Kind::servers);
  }

  private static String servers(String text) {
    for (String server : text.split(",", -1)) {
      int port = Integer.parseInt(server.substring(server.lastIndexOf(':') + 1).strip());
      if (!SERVERS.matcher(server.strip()).matches() || port < 1 || port > 65535) {
        throw new IllegalArgumentException("no server");
      }
    }
    return text;
  }

  static Kind<Optional<HostInfo>> hostAndPort() {
    return new Kind<>(
        "host:port, or nothing",
        text ->
            text.isEmpty()
                ? Optional.empty()
                : Optional.of(HostInfo.buildFromEndpoint(oneServer(text))));
  }

  private static String oneServer(String text) {
    if (text.contains(",")) {
      throw new IllegalArgumentException("more than one");
    }
    return servers(text);
  }

  static Kind<String> matching(String allowed, String pattern) {
    return new Kind<>(allowed, Function.<String>identity())
        .but(allowed, Pattern.compile(pattern).asMatchPredicate());
  }

  static Kind<Integer> between(int least, int most) {
    return new Kind<>("", Integer::valueOf)
        .but(
            "a whole number from %d to %d".formatted(least, most),
            value -> value >= least && value <= most);
  }

  static Kind<Double> share() {
    return new Kind<>("", Double::valueOf)
        .but("a number above 0 and at most 1", value -> value > 0 && value <= 1);
  }

  static Kind<Double> number(int least, int most) {
    return new Kind<>("", Double::valueOf)
        .but(
            "a number from %d to %d".formatted(least, most),
            value -> value >= least && value <= most);
  }

  static Kind<Duration> duration(String least, String most) {
    Duration from = Durations.parse(least);
    Duration to = Durations.parse(most);
    return new Kind<>("", Durations::parse)
        .but(
            "a duration from %s to %s, in ms, s, m, h or d".formatted(least, most),
            value -> value.compareTo(from) >= 0 && value.compareTo(to) <= 0);
  }

  static Kind<DataSize> size() {
    return new Kind<>("an amount of memory in B, KiB, MiB or GiB", DataSize::parse);
  }

  static <E extends Enum<E>> Kind<E> oneOf(Class<E> type, Function<E, String> name) {
    String names =
        Arrays.stream(type.getEnumConstants()).map(name).collect(Collectors.joining(" or "));
    return new Kind<>(
        names,
        text ->
            Arrays.stream(type.getEnumConstants())
                .filter(value -> name.apply(value).equals(text))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(names)));
  }

  static Kind<Path> path() {
    return new Kind<>("a directory's path", Path::of)
        .but("a directory's path", path -> !path.toString().isEmpty());
  }

  static Kind<Optional<Path>> optionalPath() {
    return new Kind<>(
        "a file's path, or nothing",
        text -> text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text)));
  }

  static Kind<Optional<String>> secret() {
    return new Kind<Optional<String>>(
            "a secret of 16 characters at least, or nothing",
            text -> text.isEmpty() ? Optional.empty() : Optional.of(text))
        .but(
            "a secret of 16 characters at least, or nothing",
            secret -> secret.map(text -> text.length() >= SHORTEST_SECRET).orElse(true));
  }

  static Kind<Optional<String>> optionalText() {
    String allowed = "text of one line, or nothing";
    return new Kind<Optional<String>>(
            allowed, text -> text.isEmpty() ? Optional.empty() : Optional.of(text))
        .but(
            allowed,
            given -> given.stream().flatMapToInt(String::chars).noneMatch(Character::isISOControl));
  }

  static Kind<Boolean> trueOrFalse() {
    return new Kind<>(
        "true or false",
        text -> {
          if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither");
          }
          return Boolean.valueOf(text);
        });
  }

  static Kind<String> region() {
    String allowed = "a country's code in ISO 3166-1, such as CN";
    return new Kind<>(allowed, Function.<String>identity()).but(allowed, SenderId::isRegion);
  }

  static Kind<Map<String, Role>> roles() {
    return new Kind<>("group=ROLE, several separated by commas, or nothing", Kind::roles);
  }

  private static Map<String, Role> roles(String text) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      int equals = part.lastIndexOf('=');
      String group = part.substring(0, Math.max(equals, 0)).strip();
      Role role = Role.valueOf(part.substring(equals + 1).strip());
      if (group.isEmpty() || !role.given() || role == Role.APP) {
        throw new IllegalArgumentException("no group, or no role of people");
      }
      roles.put(group, role);
    }
    return Map.copyOf(roles);
  }

  static Kind<List<WebhookSecret>> webhookSecrets() {
    return new Kind<>(
        "whsec_ and 24 to 64 bytes in base64, several separated by commas, or nothing",
        text ->
            text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                    .map(secret -> WebhookSecret.parse(secret.strip()))
                    .toList());
  }

  static Kind<LocalTime> clock() {
    return new Kind<>("a time of day from 00:00 to 23:59", Kind::clock);
  }

  static Kind<Optional<QuietHours>> quietHours() {
    return new Kind<>("two times of day such as 22:00-07:30, or nothing", Kind::quietHours);
  }

  static Kind<Set<String>> shortCodes() {
    return new Kind<Set<String>>(
            "numbers of 3 to 8 digits, several separated by commas, or nothing",
            text ->
                Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(code -> !text.isEmpty())
                    .collect(Collectors.toUnmodifiableSet()))
        .but(
            "numbers of 3 to 8 digits, several separated by commas, or nothing",
            codes -> codes.stream().allMatch(code -> code.matches("\\d{3,8}")));
  }

  private static LocalTime clock(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no time of day", e);
    }
  }

  private static Optional<QuietHours> quietHours(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int dash = text.indexOf('-');
    return Optional.of(
        new QuietHours(
            clock(text.substring(0, Math.max(dash, 0)).strip()),
            clock(text.substring(dash + 1).strip())));
  }

  static Kind<Optional<URI>> url() {
    return new Kind<>("an http or https URL, or nothing", Kind::url);
  }

  private static Optional<URI> url(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    URI uri = URI.create(text);
    if (uri.getHost() == null
        || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      throw new IllegalArgumentException("no URL");
    }
    return Optional.of(uri);
  }
}
