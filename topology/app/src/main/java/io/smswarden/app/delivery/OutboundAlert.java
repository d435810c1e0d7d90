package io.smswarden.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.smswarden.schemas.SubscriberAlert;
import java.util.Objects;

/**
 * An alert on its way.
 *
 * @param id by which its receiver tells a repeat: the same for the same alert, whenever and by
 *     whomever it is sent
 */
record OutboundAlert(String id, SubscriberAlert alert) {

  private static final int ID_HEX_DIGITS = 32;

  OutboundAlert {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(alert, "alert");
  }

  /**
   * An alert with its id: a digest of the subscriber and of what it is about, since digests of the
   * same hour have the same message id. Without a full stop, which separates what is signed.
   */
  static OutboundAlert of(SubscriberAlert alert) {
    String identity =
        String.join("\n", alert.getKind().name(), alert.getRecipient(), alert.getMessageId());
    String hash = Hashing.sha256().hashString(identity, UTF_8).toString();
    return new OutboundAlert("alert_" + hash.substring(0, ID_HEX_DIGITS), alert);
  }

  /** Alerts of the same subscriber go in their order. */
  String subscriber() {
    return alert.getRecipient();
  }

  @Override
  public String toString() {
    return "OutboundAlert[of " + alert.getKind() + "]";
  }
}
