package io.smswarden.filter.signal;

import static java.util.stream.Collectors.toMap;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of institutions that messages may speak for, and the domains of the best known. */
final class Institutions {

  /** Domain names that are imitated, each with the domains it may stand in. */
  private static final Map<String, Set<String>> DOMAINS =
      Map.ofEntries(
          Map.entry("icbc", Set.of("icbc.com.cn")),
          Map.entry("ccb", Set.of("ccb.com", "ccb.cn")),
          Map.entry("abchina", Set.of("abchina.com")),
          Map.entry("cmbchina", Set.of("cmbchina.com", "cmbchina.cn")),
          Map.entry("bankcomm", Set.of("bankcomm.com")),
          Map.entry("95588", Set.of("icbc.com.cn")),
          Map.entry("95533", Set.of("ccb.com")),
          Map.entry("10086", Set.of("10086.cn")),
          Map.entry("alipay", Set.of("alipay.com")),
          Map.entry("taobao", Set.of("taobao.com")),
          Map.entry("paypal", Set.of("paypal.com", "paypal.me")),
          Map.entry("amazon", Set.of("amazon.com", "amazon.co.uk", "amazon.cn", "amazon.de")),
          Map.entry("usps", Set.of("usps.com", "usps.gov")),
          Map.entry("royalmail", Set.of("royalmail.com")),
          Map.entry("hsbc", Set.of("hsbc.com", "hsbc.co.uk", "hsbc.com.hk")),
          Map.entry("ezpass", Set.of("ezpassny.com", "ezpassnj.com", "ezpassva.com")));

  private final List<String> names;
  private final AhoCorasickDoubleArrayTrie<String> automaton = new AhoCorasickDoubleArrayTrie<>();

  Institutions(List<String> names) {
    this.names =
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().sorted().toList();
    if (!this.names.isEmpty()) {
      automaton.build(this.names.stream().collect(toMap(name -> name, name -> name)));
    }
  }

  /** Whether a signature names an institution. */
  boolean named(String signature) {
    return !names.isEmpty() && automaton.matches(signature);
  }

  /** Whether an organisation may use a signature: one holds the other. */
  boolean owns(String organisation, String signature) {
    String owner = organisation.toLowerCase(Locale.ROOT);
    return owner.contains(signature)
        || signature.contains(owner)
        || names.stream().anyMatch(name -> signature.contains(name) && owner.contains(name));
  }

  /** Whether a host holds an institution's domain name without being one of its domains. */
  boolean isImitated(String host) {
    for (Map.Entry<String, Set<String>> domain : DOMAINS.entrySet()) {
      if (holdsLabel(host, domain.getKey())
          && domain.getValue().stream().noneMatch(d -> host.equals(d) || host.endsWith("." + d))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsLabel(String host, String name) {
    int at = host.indexOf(name);
    if (at < 0) {
      return false;
    }
    boolean before = at == 0 || !Character.isLetter(host.charAt(at - 1));
    return before || name.length() > 4;
  }
}
