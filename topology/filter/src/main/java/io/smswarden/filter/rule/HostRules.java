package io.smswarden.filter.rule;

import com.google.common.net.InternetDomainName;
import io.smswarden.filter.text.HostNames;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads hosts that rules and lists name. */
final class HostRules {

  private HostRules() {}

  static Optional<String> read(Node node, String text, Faults faults) {
    String host = text.toLowerCase(Locale.ROOT);
    if (HostNames.isAddress(host, 0, host.length())) {
      return Optional.of(host);
    }
    if (!host.chars().allMatch(c -> c < 0x80) || !InternetDomainName.isValid(host)) {
      faults.add(
          node,
          ("'%s' is no host: expected its name alone, such as pay.example.com, in punycode where it has other"
                  + " letters")
              .formatted(text));
      return Optional.empty();
    }
    InternetDomainName name = InternetDomainName.from(host);
    if (name.parts().size() < 2 || name.isPublicSuffix()) {
      faults.add(
          node,
          "'%s' is a suffix that anybody registers under; name the domain below it"
              .formatted(text));
      return Optional.empty();
    }
    return Optional.of(host);
  }
}
