package io.smswarden.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keys that are set together, or not at all. */
final class Together {

  private static final List<Key<?>> OIDC =
      List.of(
          Key.OIDC_ISSUER,
          Key.OIDC_CLIENT_ID,
          Key.OIDC_CLIENT_SECRET,
          Key.OIDC_ROLES,
          Key.CONSOLE_PUBLIC_URL);

  private Together() {}

  /** What is missing or too much, of the keys' values as text. */
  static List<String> faults(Function<Key<?>, String> text) {
    List<String> faults = new ArrayList<>();
    if (!text.apply(Key.OIDC_ISSUER).isEmpty()) {
      OIDC.stream()
          .filter(key -> text.apply(key).isEmpty())
          .forEach(
              key ->
                  faults.add(
                      "%s is set, so %s must be as well"
                          .formatted(Key.OIDC_ISSUER.name(), key.name())));
    }
    pair(Key.TLS_CERTIFICATE, Key.TLS_KEY, text).forEach(faults::add);
    pair(Key.TLS_KEYSTORE, Key.TLS_KEYSTORE_PASSWORD, text).forEach(faults::add);
    if (!text.apply(Key.TLS_CERTIFICATE).isEmpty() && !text.apply(Key.TLS_KEYSTORE).isEmpty()) {
      faults.add(
          "%s and %s are both set; give one of them"
              .formatted(Key.TLS_CERTIFICATE.name(), Key.TLS_KEYSTORE.name()));
    }
    return faults;
  }

  private static Stream<String> pair(Key<?> one, Key<?> other, Function<Key<?>, String> text) {
    return text.apply(one).isEmpty() == text.apply(other).isEmpty()
        ? Stream.empty()
        : Stream.of("%s and %s are set together".formatted(one.name(), other.name()));
  }
}
