package io.smswarden.filter.rule;

import io.smswarden.filter.Message;
import io.smswarden.filter.text.Links;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By what rules are looked up: each by the rarest thing that it needs, so that a message is only
 * asked what its own contents suggest.
 */
final class RuleIndex {

  private static final int[] NO_RULES = {};

  private final int[][] byLiteral;
  private final int[][] bySignal;
  private final int[] byLink;
  private final int[] always;
  private final NameTable senders;
  private final int[][] bySender;
  private final NameTable hosts;
  private final int[][] byHost;

  RuleIndex(List<Rule> rules, int literals, int signals) {
    Map<Anchor, List<Integer>> places = new HashMap<>();
    List<Integer> unanchored = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      List<Anchor> anchors = rules.get(i).anchors().any();
      for (Anchor anchor : anchors) {
        places.computeIfAbsent(anchor, a -> new ArrayList<>()).add(i);
      }
      if (anchors.isEmpty()) {
        unanchored.add(i);
      }
    }
    byLiteral = new int[literals][];
    bySignal = new int[signals][];
    places.forEach(
        (anchor, found) -> {
          if (anchor instanceof Anchor.OfLiteral literal) {
            byLiteral[literal.literal().id()] = array(found);
          } else if (anchor instanceof Anchor.OfSignal signal) {
            bySignal[signal.row()] = array(found);
          }
        });
    byLink = array(places.getOrDefault(new Anchor.OfLink(), List.of()));
    always = array(unanchored);
    List<String> ids = senders(places, false);
    List<String> prefixes = senders(places, true);
    senders = new NameTable(ids, prefixes);
    bySender = new int[ids.size() + prefixes.size()][];
    for (int i = 0; i < bySender.length; i++) {
      boolean prefix = i >= ids.size();
      String name = prefix ? prefixes.get(i - ids.size()) : ids.get(i);
      bySender[i] = array(places.get(new Anchor.OfSender(name, prefix)));
    }
    List<String> whole = hosts(places, false);
    List<String> below = hosts(places, true);
    hosts = new NameTable(whole, below);
    byHost = new int[whole.size() + below.size()][];
    for (int i = 0; i < byHost.length; i++) {
      boolean domain = i >= whole.size();
      String name = domain ? below.get(i - whole.size()) : whole.get(i);
      byHost[i] = array(places.get(new Anchor.OfHost(name, domain)));
    }
  }

  private static List<String> senders(Map<Anchor, List<Integer>> places, boolean prefix) {
    return places.keySet().stream()
        .filter(Anchor.OfSender.class::isInstance)
        .map(Anchor.OfSender.class::cast)
        .filter(sender -> sender.prefix() == prefix)
        .map(Anchor.OfSender::sender)
        .toList();
  }

  private static List<String> hosts(Map<Anchor, List<Integer>> places, boolean below) {
    return places.keySet().stream()
        .filter(Anchor.OfHost.class::isInstance)
        .map(Anchor.OfHost.class::cast)
        .filter(host -> host.below() == below)
        .map(Anchor.OfHost::host)
        .toList();
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Rules that a literal suggests. */
  int[] byLiteral(int literal) {
    return byLiteral[literal] == null ? NO_RULES : byLiteral[literal];
  }

  /** Rules that a signal suggests, by its row. */
  int[] bySignal(int row) {
    return bySignal[row] == null ? NO_RULES : bySignal[row];
  }

  /** Rules that any link suggests. */
  int[] byLink() {
    return byLink;
  }

  /** Rules that nothing particular suggests. */
  int[] always() {
    return always;
  }

  /** Rules that a place of the senders' names suggests. */
  int[] bySender(int place) {
    return bySender[place];
  }

  /** Rules that a place of the hosts' names suggests. */
  int[] byHost(int place) {
    return byHost[place];
  }

  void findSender(Message message, NameTable.Sink sink) {
    if (bySender.length > 0 && message.sender().isPresent()) {
      senders.findSender(message.sender().get().value(), sink);
    }
  }

  void findHosts(Facts facts, NameTable.Sink sink) {
    if (byHost.length > 0) {
      Links links = facts.views().links();
      for (int link = 0; link < links.count(); link++) {
        hosts.findHost(facts.views().folded(), links.hostStart(link), links.hostEnd(link), sink);
      }
    }
  }
}
