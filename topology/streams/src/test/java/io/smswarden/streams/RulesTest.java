package io.smswarden.streams;

import static io.smswarden.streams.Pipeline.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smswarden.filter.Filter;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.FiredSignal;
import io.smswarden.schemas.RuleSetRecord;
import io.smswarden.schemas.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules that are published while the pipeline runs. */
class RulesTest {

  private static final Filter FILTER = Filter.standard();
  private static final String STRANGER = "+8613900000009";
  private static final String BLOCKING = rules("action: BLOCK");
  private static final String SHADOW = rules("weight: 3, shadow: true");

  private final Pipeline pipeline = new Pipeline(FILTER);

  @AfterEach
  void close() {
    pipeline.close();
  }

  private static String rules(String effect) {
    return "version: test\nrules: [{code: WORD_SEEN, category: FRAUD, %s, zh: 见词, en: saw the word, when: {text: word}}]\n"
        .formatted(effect);
  }

  private void publish(String name, String yaml) {
    RuleSetRecord record =
        yaml == null ? null : new RuleSetRecord(name, "test", yaml, "an analyst", NOON, "");
    pipeline.put(Topics.RULES, name, record);
  }

  private Verdict verdict(String text) {
    pipeline.sms(STRANGER, text, NOON);
    return pipeline.read(Topics.VERDICTS).get(0);
  }

  @Test
  void publishedRulesAreInForceForTheNextMessageAndNamedInItsVerdict() {
    assertThat(verdict("a word").getVersions().getRules()).isEmpty();

    publish("default", BLOCKING);

    Verdict blocked = verdict("a word");
    assertThat(blocked.getAction()).isEqualTo(Action.BLOCK);
    assertThat(blocked.getVersions().getRules()).matches("test-[0-9a-f]{12}");
    assertThat(blocked.getSignals().get(0).getCode()).isEqualTo("WORD_SEEN");
    assertThat(blocked.getSignals().get(0).getStart()).isEqualTo(2);
    assertThat(blocked.getSignals().get(0).getEnd()).isEqualTo(6);
    assertThat(pipeline.observed)
        .containsSequence("rules " + blocked.getVersions().getRules() + " {WORD_SEEN=FORCE}");
  }

  @Test
  void aLaterRuleSetReplacesAnEarlierOneWhole() {
    publish("default", BLOCKING);
    publish("default", SHADOW);

    Verdict verdict = verdict("a word");

    assertThat(verdict.getAction()).isEqualTo(Action.ALLOW);
    assertThat(verdict.getSignals())
        .extracting(FiredSignal::getCode, FiredSignal::getWeight)
        .contains(tuple("WORD_SEEN", 0.0));
  }

  @Test
  void aTombstoneTakesTheRulesOutOfForce() {
    publish("default", BLOCKING);
    publish("default", null);

    Verdict verdict = verdict("a word");

    assertThat(verdict.getAction()).isEqualTo(Action.ALLOW);
    assertThat(verdict.getVersions().getRules()).isEmpty();
    assertThat(pipeline.observed).contains("rules  {}");
  }

  @Test
  void whatCanNotBeReadOrCompiledLeavesTheRulesInForce() {
    publish("default", BLOCKING);
    String version = verdict("a word").getVersions().getRules();

    publish("default", "version: [");
    publish("default", rules("action: EXPLODE"));
    pipeline.bytes(Topics.RULES, "default".getBytes(UTF_8), "no avro".getBytes(UTF_8));
    pipeline.bytes(Topics.RULES, null, "no key".getBytes(UTF_8));
    pipeline.put(
        Topics.RULES, "default", new RuleSetRecord("other", "v", SHADOW, "an analyst", NOON, ""));

    assertThat(verdict("a word").getVersions().getRules()).isEqualTo(version);
    assertThat(pipeline.observed).filteredOn("rules rejected"::equals).hasSize(5);
  }

  @Test
  void aRuleSetOfAnotherNameIsNotInForce() {
    publish("tonight", BLOCKING);

    assertThat(verdict("a word").getAction()).isEqualTo(Action.ALLOW);
  }

  @Test
  void anEntryOfAListEndsByTheMessagesTime() {
    publish(
        "default",
        "version: test\nblock: [{sender: '%s', until: '%s'}]\n"
            .formatted(STRANGER, NOON.plus(Duration.ofHours(1))));
    pipeline.sms(STRANGER, "hello", NOON);
    pipeline.sms(STRANGER, "hello", NOON.plus(Duration.ofHours(2)));
    pipeline.sms(STRANGER, "hello", NOON.plus(Duration.ofMinutes(59)));

    assertThat(pipeline.read(Topics.VERDICTS))
        .extracting(Verdict::getAction)
        .containsExactly(Action.BLOCK, Action.ALLOW, Action.BLOCK);
  }

  @Test
  void aRuleKnowsTheSendersRateFromItsReputation() {
    publish(
        "default",
        "version: test\nrules: [{code: BULK, category: ADVERT, action: WARN, zh: 多, en: many, when: {text: hello, rate: {per-day: '>= 4'}}}]\n");
    for (int i = 0; i < 8; i++) {
      pipeline.sms(STRANGER, "hello", NOON.plusSeconds(i));
    }

    // The count that is known is that of the last doubling: 1, 2 and 4 messages.
    assertThat(pipeline.read(Topics.VERDICTS))
        .extracting(Verdict::getAction)
        .containsSequence(Action.ALLOW, Action.ALLOW, Action.ALLOW, Action.ALLOW, Action.WARN);
    assertThat(pipeline.latest(Topics.REPUTATION).get(new SenderId(STRANGER)).getFlagged())
        .isPositive();
  }
}
