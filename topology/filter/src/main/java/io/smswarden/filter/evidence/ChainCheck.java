package io.smswarden.filter.evidence;

import io.smswarden.filter.evidence.Fault.Kind;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Follows one chain through its records in the order in which they lie, and tells what doesn't fit.
 * After a fault it goes on with what most likely follows, so that one deed is one fault.
 */
final class ChainCheck {

  private final String chain;
  private final Extent extent;
  private final Consumer<Fault> faults;
  private final NavigableMap<Long, Hash> attested = new TreeMap<>();

  /** Numbers that were passed over: first to last of each stretch. */
  private final NavigableMap<Long, Long> gaps = new TreeMap<>();

  private long first;
  private long last;
  private long told;

  /** What the next one's predecessor may be; empty when that can't be told. */
  private Set<Hash> predecessors = Set.of();

  ChainCheck(String chain, Extent extent, Consumer<Fault> faults) {
    this.chain = chain;
    this.extent = extent;
    this.faults = faults;
  }

  /** A head of this chain that a checkpoint signed; told before the chain's records. */
  void attested(Head head, String where) {
    Hash other = attested.putIfAbsent(head.sequence(), head.hash());
    if (other != null && !other.equals(head.hash())) {
      fault(Kind.CHANGED, where, head.sequence(), "checkpoints disagree on this record's hash");
    }
  }

  /** The next one; whether it is sound and in its place. */
  boolean next(Link link, String where) {
    long before = told;
    follow(link, where);
    return told == before;
  }

  private void follow(Link link, String where) {
    if (!link.chain().equals(chain)) {
      fault(Kind.FOREIGN, where, link.sequence(), "it says to be of another chain");
    } else if (!link.hash().equals(link.computed())) {
      fault(Kind.CHANGED, where, link.sequence(), "its hash is not that of its contents");
      go(last == 0 ? Math.max(link.sequence(), 1) : last + 1);
      // One of the two is what it had before.
      predecessors = Set.of(link.hash(), link.computed());
    } else {
      place(link, where);
    }
  }

  private void place(Link link, String where) {
    long number = link.sequence();
    if (number < 1) {
      fault(Kind.FOREIGN, where, number, "numbers count from 1");
    } else if (last == 0) {
      begin(link, where);
    } else if (number == last + 1) {
      if (!predecessors.isEmpty() && !predecessors.contains(link.previous())) {
        fault(
            Kind.FOREIGN, where, number, "it doesn't follow the one before it: one was put there");
      }
      accept(link, where);
    } else if (number > last) {
      gaps.put(last + 1, number - 1);
      accept(link, where);
    } else if (fill(number) || number < first) {
      fault(Kind.REORDERED, where, number, "it stands behind one that came after it");
    } else {
      fault(Kind.DUPLICATED, where, number, "there is one with this number already");
    }
  }

  private void begin(Link link, String where) {
    if (link.sequence() == 1 && !link.previous().equals(Hash.NONE)) {
      fault(Kind.FOREIGN, where, 1, "it is the first and yet follows another");
    }
    if (extent.fromTheStart() && link.sequence() > 1) {
      gaps.put(1L, link.sequence() - 1);
    }
    accept(link, where);
  }

  private void accept(Link link, String where) {
    go(link.sequence());
    predecessors = Set.of(link.hash());
    Hash signed = attested.get(last);
    if (signed != null && !signed.equals(link.hash())) {
      fault(Kind.CHANGED, where, last, "it is not the one that a checkpoint signed");
    }
  }

  private void go(long number) {
    first = last == 0 ? number : first;
    last = number;
  }

  private boolean fill(long number) {
    Map.Entry<Long, Long> gap = gaps.floorEntry(number);
    if (gap == null || gap.getValue() < number) {
      return false;
    }
    gaps.remove(gap.getKey());
    if (gap.getKey() < number) {
      gaps.put(gap.getKey(), number - 1);
    }
    if (number < gap.getValue()) {
      gaps.put(number + 1, gap.getValue());
    }
    return true;
  }

  /** Tells what is missing, once all that there is was seen. */
  void finish() {
    gaps.forEach((from, to) -> missing(from, to, "others of before and after are there"));
    long signed = attested.isEmpty() ? 0 : attested.lastKey();
    if (signed > last && (last > 0 || extent.everyChain())) {
      missing(last == 0 && !extent.fromTheStart() ? signed : last + 1, signed, "it was signed");
    }
  }

  /** Records behind the last signed one: whoever can write the topic could still change them. */
  long unsigned() {
    return last - Math.min(last, attested.isEmpty() ? Math.max(0, first - 1) : attested.lastKey());
  }

  private void missing(long from, long to, String detail) {
    faults.accept(new Fault(Kind.MISSING, "", chain, from, to, detail));
  }

  private void fault(Kind kind, String where, long number, String detail) {
    told++;
    faults.accept(new Fault(kind, where, chain, number, number, detail));
  }
}
