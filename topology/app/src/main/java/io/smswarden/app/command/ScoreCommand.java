package io.smswarden.app.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.Filter;
import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores texts from standard input, a JSON object a line, in order, as they come. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = "Score texts from standard input, one a line, to JSON Lines.")
public final class ScoreCommand implements Callable<Integer> {

  private static final int COLUMNS = 4;

  @Spec private CommandSpec spec;

  @Option(
      names = "--tsv",
      description = "Read lines of sender<TAB>recipient<TAB>epoch-millis<TAB>text.")
  private boolean tsv;

  @Option(
      names = "--region",
      paramLabel = "CC",
      defaultValue = "CN",
      description =
          "Country whose numbers senders without country code are (ISO 3166-1; ${DEFAULT-VALUE}).")
  private String region;

  private final InputStream in;

  /** Reads standard input. */
  public ScoreCommand() {
    this(System.in);
  }

  ScoreCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    Filter filter = Filter.standard();
    PrintWriter out = spec.commandLine().getOut();
    // Escaped, so that lone surrogates and line separators of a text can't spoil the output.
    JsonFactory json =
        JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (InputLines lines = InputLines.of(in);
        JsonGenerator generator = json.createGenerator(out)) {
      generator.setRootValueSeparator(null);
      for (String line = lines.next(); line != null; line = lines.next()) {
        Message message = tsv ? message(line, lines) : Message.of(line);
        write(filter.judge(message), generator);
        generator.writeRaw('\n');
      }
    }
    out.flush();
    if (out.checkError()) {
      throw UserError.wrongUse("can't write the verdicts: is the output still open?");
    }
    return 0;
  }

  private Message message(String line, InputLines lines) {
    String[] columns = line.split("\t", COLUMNS);
    if (columns.length < COLUMNS) {
      throw UserError.wrongUse(
          lines.place() + ": expected sender<TAB>recipient<TAB>epoch-millis<TAB>text");
    }
    Optional<SenderId> sender = SenderId.parse(columns[0], region);
    return new Message(sender, new SmsText(columns[3]), SenderStanding.UNKNOWN);
  }

  private static void write(Verdict verdict, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("score", verdict.score());
    json.writeStringField("action", verdict.action().name());
    json.writeStringField("category", verdict.category().name());
    json.writeArrayFieldStart("signals");
    for (Finding finding : verdict.findings()) {
      json.writeStartObject();
      json.writeStringField("code", finding.code());
      json.writeStringField("category", finding.category().name());
      json.writeNumberField("strength", finding.strength());
      json.writeNumberField("weight", finding.weight());
      json.writeNumberField("start", finding.start());
      json.writeNumberField("end", finding.end());
      json.writeStringField("reason", finding.reasonEn());
      json.writeStringField("reason_zh", finding.reasonZh());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("model_logit", verdict.modelLogit());
    json.writeObjectFieldStart("versions");
    json.writeStringField("model", verdict.versions().model());
    json.writeStringField("signals", verdict.versions().signals());
    json.writeStringField("rules", verdict.versions().rules());
    json.writeEndObject();
    json.writeEndObject();
  }
}
