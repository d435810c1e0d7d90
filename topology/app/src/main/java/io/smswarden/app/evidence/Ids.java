package io.smswarden.app.evidence;

import io.smswarden.app.exit.UserError;
import io.smswarden.filter.evidence.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How pieces of evidence are named: by the record's hash, or by the message's id. */
final class Ids {

  private Ids() {}

  /** A record's hash; empty for what is none. */
  static Optional<Hash> hash(String text) {
    try {
      return Optional.of(new Hash(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The ids of a case: a file with one in each line, where # begins a comment, or the ids
   * themselves with commas between.
   *
   * @throws UserError when there are none
   */
  static Set<String> of(String given) {
    Set<String> ids = listed(isFile(given) ? lines(Path.of(given)) : given);
    if (ids.isEmpty()) {
      throw UserError.wrongUse("--case: no ids; give a file with an id a line, or ids with commas");
    }
    return ids;
  }

  /** The ids of a text, with commas or line breaks between; never those of a file. */
  static Set<String> listed(String text) {
    return text.replace(',', '\n')
        .lines()
        .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isFile(String given) {
    try {
      return Files.isRegularFile(Path.of(given));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw UserError.wrongUse("--case: can't read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Ids for a message, as few as a person reads. */
  static String some(Set<String> ids) {
    return ids.stream().limit(5).collect(Collectors.joining(", ")) + (ids.size() > 5 ? ", …" : "");
  }

  static Set<String> without(Set<String> ids, Set<String> found) {
    Set<String> left = new LinkedHashSet<>(ids);
    left.removeAll(found);
    return left;
  }
}
