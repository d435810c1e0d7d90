package io.smswarden.console.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the pages, all of them texts in UTF-8 and part of the program. */
final class Files {

  private static final String FOLDER = "/io/smswarden/console/web/";

  /** Each part begins with a letter or digit, so that none leads out of the folder. */
  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9.-]*/)*[A-Za-z0-9][A-Za-z0-9.-]*\\.[a-z]+");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain;charset=utf-8");

  private final Map<String, File> known = new ConcurrentHashMap<>();

  /**
   * A file.
   *
   * @param tag its entity tag (RFC 9110, 8.8.3), of its content
   */
  record File(String type, String tag, String content) {}

  /** The file of a name, which is relative to the folder; empty when there is none. */
  Optional<File> find(String name) {
    File file = known.get(name);
    if (file != null) {
      return Optional.of(file);
    }
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Optional<File> read = read(name).map(content -> new File(type, tag(content), content));
    read.ifPresent(it -> known.put(name, it));
    return read;
  }

  private static Optional<String> read(String name) {
    try (InputStream in = Files.class.getResourceAsStream(FOLDER + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the page " + name, e);
    }
  }

  private static String tag(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
