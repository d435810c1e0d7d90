package io.smswarden.app.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** Where a demo shows itself: a person's terminal, a log, or beside a tool's JSON. */
final class Screen {

  private static final int WIDEST_BAR = 78;

  private final PrintWriter out;
  private final PrintWriter talk;
  private final boolean json;
  private final Language language;

  /** With JSON, standard output is for the one object, and all else goes to standard error. */
  Screen(PrintWriter out, PrintWriter err, boolean json, Language language) {
    this.out = out;
    this.talk = json ? err : out;
    this.json = json;
    this.language = language;
  }

  /** Tells a person something. */
  void say(String key, Object... values) {
    talk.println(language.text(key, values));
    talk.flush();
  }

  void blank() {
    talk.println();
    talk.flush();
  }

  /** Tells a person something that is in words already. */
  void line(String line) {
    talk.println(line);
    talk.flush();
  }

  void show(Summary summary, Optional<Report> report) {
    if (json) {
      out.println(SummaryJson.of(summary, report));
    } else {
      List<String> lines = new ArrayList<>(new SummaryText(language).lines(summary));
      report.ifPresent(
          known -> {
            lines.add("");
            lines.addAll(new ReportText(language).lines(known));
          });
      out.println();
      lines.forEach(out::println);
    }
    out.flush();
  }

  /**
   * Shows progress from now on.
   *
   * @param total as far as it is known
   */
  Progress progress(long total) {
    SystemStream stream = json ? SystemStream.Error : SystemStream.Output;
    if (!isTerminal(stream)) {
      return new ProgressLines(talk, language);
    }
    FileDescriptor descriptor = json ? FileDescriptor.err : FileDescriptor.out;
    PrintStream terminal =
        new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    return new ProgressOnTerminal(terminal, WIDEST_BAR, total, language);
  }

  private static boolean isTerminal(SystemStream stream) {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      return TerminalProvider.load("exec").isSystemStream(stream);
    } catch (IOException e) {
      return false;
    }
  }
}
