package io.smswarden.app.command.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.Filter;
import io.smswarden.filter.evaluation.Evaluation;
import io.smswarden.filter.evaluation.LabelledMessage;
import io.smswarden.filter.evaluation.Reliability;
import io.smswarden.filter.extract.Extractor;
import io.smswarden.filter.verdict.Verdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An evaluation as an HTML page that a person can look at, in Chinese and English. It is one file,
 * and asks no host for anything. The same messages and versions give the same page.
 */
public final class Report {

  private static final int SHOWN = 25;

  /** Whose numbers come without country code, and whose order of day and month holds. */
  private static final String REGION = "CN";

  private final Filter filter;
  private final boolean masked;
  private final Extractor extractor = new Extractor(REGION);
  private final Worst falsePositives = new Worst(SHOWN);
  private final Worst falseNegatives = new Worst(SHOWN);
  private final Worst suspects = new Worst(2 * SHOWN);

  /**
   * A report.
   *
   * @param filter whose verdicts it is about
   * @param masked whether telephone numbers and long runs of digits are masked
   */
  public Report(Filter filter, boolean masked) {
    this.filter = filter;
    this.masked = masked;
  }

  /**
   * Keeps a message if it belongs to the worst errors.
   *
   * @param place where it stands
   */
  public void add(String place, LabelledMessage message, Verdict verdict) {
    Judged judged = new Judged(place, message, verdict);
    if (Evaluation.contradicts(message, verdict)) {
      suspects.add(judged);
    } else if (message.unwanted() != verdict.flagged()) {
      (message.unwanted() ? falseNegatives : falsePositives).add(judged);
    }
  }

  /**
   * Writes the page.
   *
   * @param directory where to; made when it is not there
   * @param evaluation of all messages, as they are and rewritten
   * @return the page's file
   */
  public Path write(Path directory, List<Path> files, Evaluation evaluation) {
    Path file = directory.resolve("index.html");
    try {
      Files.createDirectories(directory);
      // Not Files.newBufferedWriter, which fails at a lone surrogate.
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
        Page page = page(files, evaluation);
        JtereportGenerated.render(new OwaspHtmlTemplateOutput(new WriterOutput(out)), null, page);
      }
      return file;
    } catch (IOException e) {
      throw UserError.wrongUse("can't write the report %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private Page page(List<Path> files, Evaluation evaluation) {
    return new Page(
        Assets.load(),
        files.stream().map(path -> path.getFileName().toString()).toList(),
        filter.versions(),
        filter.table().lowestWarn(),
        masked,
        FigureRow.of(new Words("全部", "all"), evaluation.scored()),
        FigureRow.of(new Words("全部，垃圾短信改写后", "all, spam rewritten"), evaluation.scoredRewritten()),
        evaluation.scoredBySource().entrySet().stream()
            .map(source -> FigureRow.of(Words.same(source.getKey()), source.getValue()))
            .toList(),
        new Charts(evaluation.scored(), evaluation.scoredRewritten()),
        Reliability.bins(evaluation.scored()),
        evaluation.confusion(),
        cards(falsePositives),
        cards(falseNegatives),
        cards(suspects));
  }

  private Page.Cards cards(Worst worst) {
    return new Page.Cards(
        worst.count(),
        worst.kept().stream().map(judged -> Card.of(judged, extractor, masked)).toList());
  }
}
