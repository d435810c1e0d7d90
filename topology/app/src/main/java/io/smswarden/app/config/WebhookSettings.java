package io.smswarden.app.config;

import com.google.common.net.InetAddresses;
import io.smswarden.app.exit.UserError;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The receiver of alerts.
 *
 * @param url where they are posted to
 * @param secrets each signs, so that a receiver can go from one to the next
 * @param timeout for an attempt from connecting to the answer's end
 */
public record WebhookSettings(URI url, List<WebhookSecret> secrets, Duration timeout) {

  public WebhookSettings {
    secrets = List.copyOf(secrets);
  }

  /**
   * The receiver of a configuration; empty when no URL is set.
   *
   * @throws UserError when alerts would go out unsigned or in the clear
   */
  static Optional<WebhookSettings> of(Settings settings) {
    return settings.get(Key.WEBHOOK_URL).map(url -> checked(url, settings));
  }

  private static WebhookSettings checked(URI url, Settings settings) {
    List<String> faults = new ArrayList<>();
    List<WebhookSecret> secrets = settings.get(Key.WEBHOOK_SECRETS);
    if (secrets.isEmpty()) {
      faults.add(
          "%s must be set with %s, best as %s; make one with: echo whsec_$(openssl rand -base64 32)"
              .formatted(
                  Key.WEBHOOK_SECRETS.name(),
                  Key.WEBHOOK_URL.name(),
                  Key.WEBHOOK_SECRETS.variable()));
    }
    if (url.getUserInfo() != null) {
      faults.add(
          "%s holds a password, which would be shown; the receiver verifies the signature instead"
              .formatted(Key.WEBHOOK_URL.name()));
    }
    if (!settings.get(Key.WEBHOOK_PLAIN_HTTP) && !confidential(url)) {
      faults.add(
          "%s=%s would send subscribers' numbers in the clear; use https, or allow it with %s=true"
              .formatted(Key.WEBHOOK_URL.name(), url, Key.WEBHOOK_PLAIN_HTTP.name()));
    }
    if (!faults.isEmpty()) {
      throw UserError.wrongUse(faults);
    }
    return new WebhookSettings(url, secrets, settings.get(Key.WEBHOOK_TIMEOUT));
  }

  /** No name is looked up: who answers for it decides what it means. */
  private static boolean confidential(URI url) {
    String host = url.getHost();
    return "https".equals(url.getScheme())
        || "localhost".equals(host)
        || (InetAddresses.isUriInetAddress(host)
            && InetAddresses.forUriString(host).isLoopbackAddress());
  }
}
