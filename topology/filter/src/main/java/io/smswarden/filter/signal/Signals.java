package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.reputation.OperatorOverride;
import io.smswarden.filter.text.TextViews;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * All signals, ready to observe. Immutable; each thread observes through its own {@link Observer}.
 */
public final class Signals {

  private static final String TABLE = "/io/smswarden/filter/signals.yaml";
  private static final String INSTITUTIONS = "/io/smswarden/filter/institutions.yaml";

  private final SignalTable table;
  private final PhraseBook book;
  private final List<Signal> coded;
  private final int[] codedRows;
  private final int failed;
  private final int modelText;
  private final int lookAgainst;
  private final int lookFor;

  Signals(SignalTable table, List<Signal> coded) {
    this.table = table;
    this.book = new PhraseBook(table.rows());
    this.coded = List.copyOf(coded);
    this.codedRows = coded.stream().mapToInt(signal -> row(signal.code())).toArray();
    this.failed = row("SIGNAL_FAILED");
    this.modelText = row("MODEL_TEXT");
    this.lookAgainst = row("SECOND_LOOK_AGAINST");
    this.lookFor = row("SECOND_LOOK_FOR");
  }

  /** The shipped table with the signals in code. */
  public static Signals standard() {
    Institutions institutions = institutions();
    return new Signals(SignalTableReader.read(resource(TABLE)), coded(institutions));
  }

  private static List<Signal> coded(Institutions institutions) {
    List<Signal> coded =
        new ArrayList<>(
            List.of(
                new UnregisteredInstitution(institutions),
                new SuspiciousLink(institutions),
                new SenderSuspicion(),
                new SenderComplaints(),
                new SenderVerified(),
                new CampaignKnown()));
    for (OperatorOverride.Standing standing : OperatorOverride.Standing.values()) {
      coded.add(new SenderOverridden(standing));
    }
    coded.addAll(List.of(BehaviourSignal.values()));
    return coded;
  }

  /** The rows, caps and thresholds. */
  public SignalTable table() {
    return table;
  }

  /** Row of the finding that shows what the text model found telling. */
  public int modelTextRow() {
    return modelText;
  }

  /** Row of what a second look adds to the log-odds, or takes from them. */
  public int secondLookRow(boolean against) {
    return against ? lookAgainst : lookFor;
  }

  /** Whether what a row observes is in the text alone, whoever sent it. */
  public boolean isOfText(int row) {
    for (int i = 0; i < codedRows.length; i++) {
      if (codedRows[i] == row) {
        return coded.get(i).isOfText();
      }
    }
    return true;
  }

  /** An observer for one thread. */
  public Observer observer() {
    return new Observer(new PhraseMatcher(book, table.rows()));
  }

  /** Observes one message at a time. Not safe for use by many threads. */
  public final class Observer {

    private final PhraseMatcher matcher;
    private final Observations observations = new Observations();
    private int row;
    private final Signal.Sink sink =
        (strength, start, end) -> observations.add(row, strength, start, end);

    private Observer(PhraseMatcher matcher) {
      this.matcher = matcher;
    }

    /** What is seen in a message; valid until the next call. */
    public Observations observe(Message message, TextViews views) {
      observations.clear();
      matcher.match(views.model(), observations);
      for (int i = 0; i < codedRows.length; i++) {
        row = codedRows[i];
        try {
          coded.get(i).observe(message, views, sink);
        } catch (RuntimeException e) {
          // A broken signal must not silence the message; the finding tells of it.
          observations.add(failed, 1, 0, 0);
        }
      }
      return observations;
    }
  }

  private int row(String code) {
    for (int row = 0; row < table.rows().size(); row++) {
      if (table.rows().get(row).code().equals(code)) {
        return row;
      }
    }
    throw new SignalTableException("the signal table has no row " + code + ", which code needs");
  }

  private static Institutions institutions() {
    Object root =
        new Load(LoadSettings.builder().setLabel("institutions").build())
            .loadFromString(resource(INSTITUTIONS));
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Object> kind : YamlMap.of(root, "institutions").values().entrySet()) {
      names.addAll(YamlMap.phrases(kind.getValue(), "institutions: " + kind.getKey()));
    }
    return new Institutions(names);
  }

  private static String resource(String name) {
    try (InputStream in = Signals.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
