package io.smswarden.filter.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a flagged message beside its content; times count in milliseconds.
 *
 * @param messageId given at ingress
 * @param eventTime when the SMSC took the message
 * @param receivedTime when it came in
 * @param recipient pseudonym of the subscriber
 * @param organisation whom the sender was registered to at that time
 * @param senderVerified whether that registration was verified
 * @param score probability in [0,1] that the message is unwanted
 * @param category of what kind it is
 * @param action what was decided
 * @param modelLogit log-odds of the text model alone
 * @param reasons the reasons, the strongest first
 * @param versions what the verdict was made with
 * @param commitment to the content
 */
public record Facts(
    String messageId,
    Instant eventTime,
    Instant receivedTime,
    Pseudonym recipient,
    Optional<String> organisation,
    boolean senderVerified,
    double score,
    String category,
    String action,
    double modelLogit,
    List<Observation> reasons,
    Versions versions,
    Hash commitment) {

  public Facts {
    reasons = List.copyOf(reasons);
  }

  /** Hash of everything here. */
  public Hash hash() {
    Encoding encoding =
        Encoding.of("facts/1")
            .text(messageId)
            .time(eventTime)
            .time(receivedTime)
            .text(recipient.hex())
            .text(organisation)
            .flag(senderVerified)
            .real(score)
            .text(category)
            .text(action)
            .real(modelLogit)
            .list(reasons, (to, reason) -> reason.addTo(to));
    return encoding
        .text(versions.model())
        .text(versions.signals())
        .text(versions.rules())
        .hash(commitment)
        .sha256();
  }

  /**
   * What a verdict was made with.
   *
   * @param rules empty when no rules were in force
   */
  public record Versions(String model, String signals, String rules) {}
}
