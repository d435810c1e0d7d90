package io.smswarden.app.command;

import io.smswarden.app.exit.UserError;
import io.smswarden.filter.evaluation.Evasion;
import io.smswarden.filter.evaluation.LabelledMessage;
import io.smswarden.filter.evaluation.Paraphrase;
import io.smswarden.filter.evaluation.SignalWeights;
import io.smswarden.filter.look.SecondLook;
import io.smswarden.filter.look.SecondLookTrainer;
import io.smswarden.filter.model.Example;
import io.smswarden.filter.model.TextModel;
import io.smswarden.filter.model.TextModelTrainer;
import io.smswarden.filter.model.TextModelTrainer.Unseen;
import io.smswarden.filter.text.TextViews;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the text model on labelled files: the same files and seed give the same bytes. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description =
        "Train the text model on labelled files: spam|ham<TAB>source[:category]<TAB>text.")
public final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Where the model goes; written whole or not at all.")
  private Path output;

  @Option(
      names = "--second-look",
      paramLabel = "FILE",
      description = "Also train the second look that belongs to this model, into this file.")
  private Path secondLook;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the order in which texts are learnt (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--weight",
      paramLabel = "[SCRIPT:]SOURCE[:CATEGORY]=FACTOR",
      description =
          "What taking a source's spam for ham, or the reverse, costs against 1, and as how many it"
              + " counts in the calibration; of both models, or of that for SCRIPT zh or other. The"
              + " most specific counts. May be given again.")
  private Map<String, Double> weights = Map.of();

  @Option(
      names = "--paraphrase",
      paramLabel = "SOURCE=N",
      description = "Of each text of a source also learn so many paraphrases. May be given again.")
  private Map<String, Integer> paraphrases = Map.of();

  @Option(
      names = "--fit-signals",
      description =
          "Also print the weights that fit the signals beside this model, for signals.yaml.")
  private boolean fitSignals;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Labelled files, with gzip when the name ends in .gz.")
  private List<Path> files;

  @Override
  public Integer call() {
    weights.forEach(
        (source, factor) -> {
          if (!(factor > 0)) {
            throw UserError.wrongUse(
                "--weight %s=%s: the factor is above 0".formatted(source, factor));
          }
        });
    TextViews views = new TextViews();
    List<Example> examples = new ArrayList<>();
    LabelledFiles.read(
        files,
        message ->
            examples.add(
                new Example(
                    message.text(),
                    message.unwanted(),
                    message.category(),
                    weight(message, views),
                    paraphrases.getOrDefault(message.source(), 0))));
    TextModelTrainer trainer =
        new TextModelTrainer(seed, Evasion::rewrite, Paraphrase.standard()::rewrite);
    TextModel model;
    try {
      model = trainer.train(examples);
    } catch (IllegalArgumentException e) {
      throw UserError.wrongUse(e.getMessage(), e);
    }
    write(model::write, output);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("model %s of %d texts in %s%n", model.version(), examples.size(), output);
    if (secondLook != null || fitSignals) {
      learnUnseen(trainer.unseen(examples), model, out);
    }
    out.flush();
    return 0;
  }

  /** What is learnt of the figures of models that did not learn the text. */
  private void learnUnseen(List<Unseen> unseen, TextModel model, PrintWriter out) {
    if (secondLook != null) {
      SecondLook look = SecondLookTrainer.train(unseen, model, seed);
      write(look::write, secondLook);
      out.printf("second look %s in %s%n", look.version(), secondLook);
    }
    if (fitSignals) {
      SignalWeights.fit(unseen)
          .forEach((code, weight) -> out.printf(Locale.ROOT, "%-24s %5.1f%n", code, weight));
    }
  }

  private double weight(LabelledMessage message, TextViews views) {
    views.read(message.text());
    String script = views.chinese() ? "zh:" : "other:";
    return Stream.concat(
            message.category().stream().map(category -> message.source() + ":" + category),
            Stream.of(message.source()))
        .flatMap(source -> Stream.of(script + source, source))
        .map(weights::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(1.0);
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Writer {

    void write(OutputStream out) throws IOException;
  }

  private static void write(Writer content, Path file) {
    Path target = file.toAbsolutePath();
    try {
      Path part = target.resolveSibling(target.getFileName() + ".part");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
          content.write(out);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw UserError.wrongUse("can't write %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
