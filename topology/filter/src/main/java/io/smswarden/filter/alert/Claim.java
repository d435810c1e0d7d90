package io.smswarden.filter.alert;

import java.util.Objects;
import java.util.Optional;

/**
 * Who a sender claims to be, beside what is known of it.
 *
 * @param name the organisation that the message's signature names, if it is signed
 * @param registered the organisation that the sender is verifiably registered to, if it is
 * @param officialChannel number or address at which the organisation named is really reached
 */
public record Claim(
    Optional<String> name, Optional<String> registered, Optional<String> officialChannel) {

  public Claim {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(registered, "registered");
    Objects.requireNonNull(officialChannel, "officialChannel");
  }

  /** Whether the sender is who it claims to be. */
  public boolean verified() {
    return registered.isPresent() && (name.isEmpty() || name.equals(registered));
  }

  /** What a subscriber is told of it in Chinese. */
  String zh() {
    return whoZh() + channel(" 如需核实，请通过官方渠道联系%s：%s。");
  }

  /** The same in English. */
  String en() {
    return whoEn() + channel(" To check, contact %s through its official channel: %s.");
  }

  private String whoZh() {
    if (verified()) {
      return "发送号码已登记为“%s”，但内容仍有可疑之处。".formatted(registered.get());
    }
    if (name.isPresent() && registered.isPresent()) {
      return "短信自称“%s”，而发送号码登记为“%s”，二者不符。".formatted(name.get(), registered.get());
    }
    return name.map("短信自称“%s”，但发送号码并未登记在其名下，身份未经核实。"::formatted).orElse("发送方身份未经核实。");
  }

  private String whoEn() {
    if (verified()) {
      return "The sender is registered as %s, yet the message looks suspicious."
          .formatted(registered.get());
    }
    if (name.isPresent() && registered.isPresent()) {
      return "The message claims to be from %s, but its sender is registered as %s."
          .formatted(name.get(), registered.get());
    }
    return name.map(
            "The message claims to be from %s, but its sender is not registered to it."::formatted)
        .orElse("Nobody has verified who the sender is.");
  }

  private String channel(String sentence) {
    Optional<String> organisation = name.or(() -> registered);
    return officialChannel.isPresent() && organisation.isPresent()
        ? sentence.formatted(organisation.get(), officialChannel.get())
        : "";
  }
}
