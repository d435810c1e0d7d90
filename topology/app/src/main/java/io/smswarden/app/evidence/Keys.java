package io.smswarden.app.evidence;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.evidence.EvidenceKeys;

/** What commands need to tell whose evidence is whose. */
final class Keys {

  private Keys() {}

  /**
   * The configured keys.
   *
   * @throws UserError when there are none
   */
  static EvidenceKeys of(Configuration configuration) {
    return configuration
        .pipeline()
        .evidence()
        .keys()
        .orElseThrow(
            () ->
                UserError.wrongUse(
                    "smswarden.evidence.key-file is not set: give the configuration that the"
                        + " pipeline runs with as --config"));
  }

  /** A subscriber's number as a person gives it. */
  static Msisdn subscriber(String given, String region) {
    return Msisdn.parse(given, region)
        .orElseThrow(
            () ->
                UserError.wrongUse(
                    "--subscriber is no telephone number; give it as +8613800000000"));
  }
}
