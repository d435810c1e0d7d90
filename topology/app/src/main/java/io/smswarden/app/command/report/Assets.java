package io.smswarden.app.command.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page's style and script, within the page: it asks no other file and no host for anything. */
record Assets(String style, String script) {

  /** Those that the program has. */
  static Assets load() {
    // The licence asks to be wherever the library is.
    String licence = "/*!\n" + resource("uplot/LICENSE") + "\n*/\n";
    return new Assets(
        resource("uplot/uPlot.min.css") + resource("report.css"),
        licence + resource("uplot/uPlot.iife.min.js") + resource("report.js"));
  }

  /** Nothing but this style and this script, by their hashes (Content Security Policy Level 3). */
  String policy() {
    return "default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'"
        .formatted(hash(script), hash(style));
  }

  private static String hash(String source) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the resource " + name, e);
    }
  }
}
