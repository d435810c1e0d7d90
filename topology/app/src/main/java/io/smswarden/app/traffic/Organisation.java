package io.smswarden.app.traffic;

import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A registered organisation.
 *
 * @param name as it signs
 * @param channel number at which it is really reached
 * @param senders its sender IDs
 * @param writes names of the wordings it sends
 */
record Organisation(
    String name,
    SenderKind kind,
    boolean verified,
    Optional<String> channel,
    List<String> senders,
    List<String> writes) {

  Organisation {
    senders = List.copyOf(senders);
    writes = List.copyOf(writes);
  }

  Stream<SenderProfile> profiles(Instant registered) {
    return senders.stream()
        .map(
            sender ->
                SenderProfile.newBuilder()
                    .setSender(sender)
                    .setOrganisation(name)
                    .setKind(kind)
                    .setVerified(verified)
                    .setOfficialChannel(channel.orElse(null))
                    .setRegisteredAt(registered)
                    .build());
  }

  /** What its wordings say of it. */
  Map<String, String> slots() {
    return Map.of("org", name, "channel", channel.orElse("客服热线"));
  }
}
