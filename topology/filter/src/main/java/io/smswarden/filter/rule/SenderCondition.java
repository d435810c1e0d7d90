package io.smswarden.filter.rule;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sender that is known and is all of this.
 *
 * @param ids one of these; empty for any
 * @param prefixes its ID begins with one of these; empty for any
 * @param registered whether an organisation is registered for it; empty for either
 * @param verified whether that was verified; empty for either
 * @param kinds the organisation's kind is one of these; empty for any
 * @param forms it looks like one of these; empty for any
 * @param regions its number is of one of these countries; empty for any, a code or a name as well
 */
record SenderCondition(
    Set<String> ids,
    List<String> prefixes,
    Optional<Boolean> registered,
    Optional<Boolean> verified,
    Set<SenderStanding.Kind> kinds,
    Set<SenderId.Form> forms,
    Set<String> regions)
    implements Condition {

  SenderCondition {
    ids = Set.copyOf(ids);
    prefixes = List.copyOf(prefixes);
    kinds = Set.copyOf(kinds);
    forms = Set.copyOf(forms);
    regions = Set.copyOf(regions);
  }

  @Override
  public boolean holds(Facts facts) {
    Optional<SenderId> sender = facts.message().sender();
    if (sender.isEmpty()) {
      return false;
    }
    String id = sender.get().value();
    SenderStanding standing = facts.message().standing();
    return (ids.isEmpty() || ids.contains(id))
        && (prefixes.isEmpty() || prefixes.stream().anyMatch(id::startsWith))
        && is(registered, standing.organisation().isPresent())
        && is(verified, standing.verified() && standing.organisation().isPresent())
        && (kinds.isEmpty() || kinds.contains(standing.kind()))
        && (forms.isEmpty() || forms.contains(facts.senderForm()))
        && (regions.isEmpty() || facts.senderRegion().filter(regions::contains).isPresent());
  }

  private static boolean is(Optional<Boolean> wanted, boolean actual) {
    return wanted.isEmpty() || wanted.get() == actual;
  }

  @Override
  public Anchors anchors() {
    Anchors named =
        new Anchors(
            ids.stream().sorted().<Anchor>map(id -> new Anchor.OfSender(id, false)).toList());
    Anchors begun =
        new Anchors(
            prefixes.stream().<Anchor>map(prefix -> new Anchor.OfSender(prefix, true)).toList());
    return named.and(begun);
  }
}
