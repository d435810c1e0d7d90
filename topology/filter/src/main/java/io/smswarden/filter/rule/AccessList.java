package io.smswarden.filter.rule;

import io.smswarden.filter.text.Links;
import io.smswarden.filter.text.MappedText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The allow or the block list, compiled. Immutable; its look-ups go through a {@link Cursor}. */
final class AccessList {

  private final List<ListEntry> senders;
  private final List<ListEntry> hosts;
  private final List<ListEntry> texts;
  private final List<ListEntry> hashes;
  private final NameTable senderNames;
  private final NameTable hostNames;
  private final KeyTable textKeys;
  private final KeyTable hashKeys;

  AccessList(List<ListEntry> entries) {
    List<ListEntry> whole = of(entries, ListEntry.Kind.SENDER);
    List<ListEntry> begun = of(entries, ListEntry.Kind.SENDER_PREFIX);
    List<ListEntry> host = of(entries, ListEntry.Kind.HOST);
    List<ListEntry> below = of(entries, ListEntry.Kind.DOMAIN);
    senders = Stream.concat(whole.stream(), begun.stream()).toList();
    senderNames = new NameTable(names(whole), names(begun));
    hosts = Stream.concat(host.stream(), below.stream()).toList();
    hostNames = new NameTable(names(host), names(below));
    texts = of(entries, ListEntry.Kind.TEXT);
    textKeys = new KeyTable(names(texts));
    hashes = of(entries, ListEntry.Kind.TEXT_SHA256);
    hashKeys = new KeyTable(names(hashes));
  }

  private static List<ListEntry> of(List<ListEntry> entries, ListEntry.Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).toList();
  }

  private static List<String> names(List<ListEntry> entries) {
    return entries.stream().map(ListEntry::name).toList();
  }

  /** How many entries there are. */
  int size() {
    return senders.size() + hosts.size() + texts.size() + hashes.size();
  }

  /** A normalised text's hash, as an entry gives it: of its UTF-8. */
  static String sha256(String normal) {
    return HexFormat.of().formatHex(digest().digest(normal.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Looks up one message at a time. Not safe for use by many threads. */
  final class Cursor {

    private final Facts facts;
    private ListEntry entry;
    private int start;
    private int end;
    private final NameTable.Sink senderSink = place -> take(senders.get(place), 0, 0);
    private final NameTable.Sink hostSink = place -> take(hosts.get(place), start, end);

    Cursor(Facts facts) {
      this.facts = facts;
    }

    /** Whether an entry in force names the message. */
    boolean find() {
      entry = null;
      if (size() == 0) {
        return false;
      }
      if (!senders.isEmpty() && facts.message().sender().isPresent()) {
        senderNames.findSender(facts.message().sender().get().value(), senderSink);
      }
      if (entry == null && !hosts.isEmpty()) {
        findHosts();
      }
      if (entry == null && !(texts.isEmpty() && hashes.isEmpty())) {
        findText();
      }
      return entry != null;
    }

    private void findHosts() {
      MappedText folded = facts.views().folded();
      Links links = facts.views().links();
      for (int link = 0; link < links.count() && entry == null; link++) {
        start = folded.start(links.hostStart(link));
        end = folded.end(links.hostEnd(link) - 1);
        hostNames.findHost(folded, links.hostStart(link), links.hostEnd(link), hostSink);
      }
    }

    private void findText() {
      MappedText text = facts.views().model();
      int length = facts.message().text().value().length();
      int place = texts.isEmpty() ? -1 : textKeys.find(text, 0, text.length());
      if (place >= 0) {
        take(texts.get(place), 0, length);
      } else if (!hashes.isEmpty()) {
        String hash = sha256(text.toString());
        place = hashKeys.find(hash, 0, hash.length());
        if (place >= 0) {
          take(hashes.get(place), 0, length);
        }
      }
    }

    private void take(ListEntry found, int from, int to) {
      if (entry == null && found.inForce(facts.message())) {
        entry = found;
        start = from;
        end = to;
      }
    }

    /** The entry that was found. */
    ListEntry entry() {
      return entry;
    }

    int start() {
      return start;
    }

    int end() {
      return end;
    }
  }
}
