package io.smswarden.app.command.rules;

import io.smswarden.app.exit.ExitCode;
import io.smswarden.filter.Filter;
import io.smswarden.filter.backtest.Comparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules diff}. */
@Command(
    name = "diff",
    description = {
      "Judges messages with two rule sets and shows what changes, and whom the new rules hit.",
      "Shadow rules are counted as well. Shows no text and no whole number unless asked to."
    })
final class DiffCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "OLD", description = "The rules in force; - for none.")
  private String old;

  @Parameters(index = "1", paramLabel = "NEW", description = "The rules to come; - for none.")
  private String fresh;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "Labelled files, with gzip when the name ends in .gz:",
        "spam|ham<TAB>source[:category]<TAB>text."
      })
  private List<Path> files;

  @Option(
      names = "--tsv",
      description = {
        "The files are sender<TAB>recipient<TAB>epoch-millis<TAB>text:",
        "rules about senders and times apply, precision and recall are not known."
      })
  private boolean tsv;

  @Option(
      names = "--region",
      paramLabel = "CC",
      defaultValue = "CN",
      description = "Country of numbers without a country code; default: ${DEFAULT-VALUE}.")
  private String region;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "5",
      description = "Messages to show of each kind of change; default: ${DEFAULT-VALUE}.")
  private int samples;

  @Option(names = "--show-text", description = "Show the samples' texts.")
  private boolean showText;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (samples < 0) {
      throw new ParameterException(spec.commandLine(), "--samples must not be negative");
    }
    Filter shipped = Filter.standard();
    Comparison comparison = new Comparison(filter(old, shipped), filter(fresh, shipped), samples);
    if (tsv) {
      Cases.traffic(files, region, comparison::add);
    } else {
      Cases.labelled(files, comparison::add);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(DiffJson.of(comparison, showText));
    } else {
      new DiffText(out, comparison, showText).print();
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private static Filter filter(String file, Filter shipped) {
    return file.isEmpty() || file.equals("-")
        ? shipped
        : RuleFile.read(Path.of(file)).compiled(shipped);
  }
}
