package io.smswarden.filter.evidence;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SmsText;

/**
 * What a law may want erased, with the salt that is erased with it: without the salt nobody can try
 * out which text a commitment was made of.
 *
 * @param salt 32 bytes that only the keys' holder can make again
 * @param recipient the subscriber
 * @param text the message
 */
public record Content(Hash salt, Msisdn recipient, SmsText text) {

  /** HMAC-SHA-256 of recipient and text, keyed with the salt. */
  public Hash commitment() {
    return Encoding.of("content/1").text(recipient.value()).text(text.value()).hmac(salt.bytes());
  }
}
