package io.smswarden.app.config;

import io.smswarden.console.access.AccessSettings;
import io.smswarden.console.access.Front;
import io.smswarden.console.access.OidcSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.HostInfo;

/**
 * What an operator can set of the console.
 *
 * @param warnings the latest warnings that are kept in memory
 * @param readers how many may read a stream of events at a time
 * @param instanceSecret what instances sign with when they ask each other; empty when there is one
 * @param accounts the file of accounts and API keys; empty when nobody has one
 * @param region ISO 3166-1 code of the country of numbers without a country code
 * @param access how people are let in
 */
public record ConsoleSettings(
    int warnings,
    int readers,
    Optional<String> instanceSecret,
    Optional<Path> accounts,
    String region,
    AccessSettings access) {

  static ConsoleSettings of(Settings settings) {
    return new ConsoleSettings(
        settings.get(Key.CONSOLE_WARNINGS),
        settings.get(Key.CONSOLE_READERS),
        settings.get(Key.CONSOLE_INSTANCE_SECRET),
        settings.get(Key.CONSOLE_ACCOUNTS),
        settings.get(Key.CONSOLE_REGION),
        new AccessSettings(
            new Front(
                hosts(settings),
                settings.get(Key.CONSOLE_PUBLIC_URL),
                tls(settings).isPresent(),
                settings.get(Key.CONSOLE_BEHIND_PROXY)),
            settings.get(Key.CONSOLE_SESSION_IDLE),
            settings.get(Key.CONSOLE_SESSION_LONGEST),
            oidc(settings)));
  }

  private static Set<String> hosts(Settings settings) {
    return Stream.concat(
            Stream.of(settings.get(Key.HTTP_HOST)),
            settings.get(Key.HTTP_ADVERTISED).map(HostInfo::host).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<OidcSettings> oidc(Settings settings) {
    return settings
        .get(Key.OIDC_ISSUER)
        .map(
            issuer ->
                new OidcSettings(
                    issuer,
                    settings.get(Key.OIDC_CLIENT_ID).orElseThrow(),
                    settings.get(Key.OIDC_CLIENT_SECRET).orElseThrow(),
                    settings.get(Key.CONSOLE_PUBLIC_URL).orElseThrow(),
                    settings.get(Key.OIDC_ROLE_CLAIM),
                    settings.get(Key.OIDC_ROLES)));
  }

  /** The listener's certificate; empty when it listens without TLS. */
  static Optional<TlsFiles> tls(Settings settings) {
    Optional<TlsFiles> pem =
        settings
            .get(Key.TLS_CERTIFICATE)
            .map(
                certificate ->
                    new TlsFiles.PemFiles(certificate, settings.get(Key.TLS_KEY).orElseThrow()));
    return pem.or(
        () ->
            settings
                .get(Key.TLS_KEYSTORE)
                .map(
                    file ->
                        new TlsFiles.Keystore(
                            file, settings.get(Key.TLS_KEYSTORE_PASSWORD).orElseThrow())));
  }

  @Override
  public String toString() {
    return "ConsoleSettings[%d, %d]".formatted(warnings, readers);
  }
}
