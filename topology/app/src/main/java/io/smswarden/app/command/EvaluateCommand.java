package io.smswarden.app.command;

import io.smswarden.app.command.report.Report;
import io.smswarden.filter.Filter;
import io.smswarden.filter.evaluation.Evaluation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the filter on labelled files: all together, by source and by category. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measure the filter on labelled files: spam|ham<TAB>source[:category]<TAB>text.")
public final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--evasions",
      description = "Also with each spam rewritten to slip past filters, by a fixed seed.")
  private boolean evasions;

  @Option(
      names = "--suspects",
      description =
          "Print only where messages stand whose label the filter surely contradicts, FILE:LINE.")
  private boolean suspects;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Also write an HTML report to DIR/index.html: figures, curves, the worst errors and why.")
  private Path directory;

  @Option(
      names = "--unmasked",
      description = "Leave telephone numbers and long numbers in the report as they are.")
  private boolean unmasked;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Labelled files, with gzip when the name ends in .gz.")
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    Filter filter = Filter.standard();
    Evaluation evaluation = new Evaluation(filter);
    Report report = new Report(filter, !unmasked);
    LabelledFiles.readPlaced(
        files,
        (place, message) -> {
          report.add(place, message, evaluation.add(message, place));
          if (evasions || directory != null) {
            evaluation.addRewritten(message);
          }
        });
    if (directory != null) {
      Path page = report.write(directory, files, evaluation);
      spec.commandLine().getErr().printf("The report is %s%n", page);
    }
    PrintWriter out = spec.commandLine().getOut();
    double threshold = filter.table().lowestWarn();
    if (suspects) {
      evaluation.suspects().forEach(out::println);
    } else if (json) {
      out.println(EvaluationJson.of(evaluation, threshold, evasions));
    } else {
      EvaluationTable.print(evaluation, threshold, evasions, out);
    }
    out.flush();
    return 0;
  }
}
