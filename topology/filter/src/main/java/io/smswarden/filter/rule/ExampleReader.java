package io.smswarden.filter.rule;

import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.reputation.Evidence;
import io.smswarden.filter.reputation.Registration;
import io.smswarden.filter.reputation.ReputationModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a rule's examples: texts, or messages with their sender. */
final class ExampleReader {

  private static final Set<String> KEYS =
      Set.of(
          "text",
          "sender",
          "organisation",
          "kind",
          "verified",
          "messages",
          "flagged",
          "complaints",
          "suspicion",
          "first-seen",
          "at");
  private static final double MOST = 1e12;

  private final Reading reading;
  private final Faults faults;

  ExampleReader(Reading reading) {
    this.reading = reading;
    this.faults = reading.faults();
  }

  List<Example> read(Node node) {
    Fields fields = Fields.of(node, "examples", Set.of("match", "miss"), faults);
    List<Example> examples = new ArrayList<>();
    read(fields.list("match"), true, examples);
    read(fields.list("miss"), false, examples);
    return examples;
  }

  private void read(List<Node> nodes, boolean match, List<Example> examples) {
    for (int i = 0; i < nodes.size(); i++) {
      int number = i + 1;
      message(nodes.get(i)).ifPresent(message -> examples.add(new Example(match, number, message)));
    }
  }

  private Optional<Message> message(Node node) {
    if (!(node instanceof MappingNode)) {
      return Fields.text(node, faults).map(Message::of);
    }
    Fields fields = Fields.of(node, "an example", KEYS, faults);
    fields.needed("text");
    Optional<String> text = fields.text("text");
    Optional<SenderId> sender = fields.value("sender").flatMap(reading::sender);
    Optional<Instant> at = instant(fields, "at");
    SenderStanding standing = standing(fields);
    return text.map(sms -> new Message(sender, new SmsText(sms), standing, at));
  }

  private SenderStanding standing(Fields fields) {
    long messages = count(fields, "messages");
    long flagged = count(fields, "flagged");
    long complaints = count(fields, "complaints");
    if (flagged > messages) {
      faults.add(fields.value("flagged").orElseThrow(), "more flagged than messages");
    }
    long bad = Math.min(flagged, messages);
    double estimated =
        ReputationModel.STANDARD.mean(
            new Evidence(bad, messages - bad, complaints, Instant.EPOCH),
            Registration.NONE,
            Duration.ZERO);
    OptionalDouble suspicion = fields.number("suspicion");
    if (suspicion.isPresent() && !(suspicion.getAsDouble() >= 0 && suspicion.getAsDouble() <= 1)) {
      faults.add(fields.value("suspicion").orElseThrow(), "a suspicion is from 0 to 1");
    }
    Optional<Instant> first = instant(fields, "first-seen");
    return new SenderStanding(
        fields.text("organisation"),
        fields.flag("verified").orElse(false),
        fields.oneOf("kind", SenderStanding.Kind.class).orElse(SenderStanding.Kind.UNKNOWN),
        messages,
        bad,
        complaints,
        suspicion.orElse(messages + complaints == 0 ? 0 : estimated),
        first,
        first);
  }

  private long count(Fields fields, String key) {
    double count = fields.number(key).orElse(0);
    if (count < 0 || count > MOST || count != Math.rint(count)) {
      faults.add(fields.value(key).orElseThrow(), "expected a whole number of messages");
      return 0;
    }
    return (long) count;
  }

  private Optional<Instant> instant(Fields fields, String key) {
    return fields.value(key).flatMap(node -> Times.instant(node, faults));
  }
}
