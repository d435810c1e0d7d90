package io.smswarden.streams;

import static io.smswarden.streams.Pipeline.KEYS;
import static io.smswarden.streams.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.evidence.Content;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.EvidenceVerifier;
import io.smswarden.filter.evidence.EvidenceVerifier.Checked;
import io.smswarden.filter.evidence.Extent;
import io.smswarden.filter.evidence.Fault;
import io.smswarden.filter.evidence.Hash;
import io.smswarden.schemas.EvidenceCheckpoint;
import io.smswarden.schemas.EvidenceContent;
import io.smswarden.schemas.EvidenceHead;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final String STRANGER = "+8613900000009";
  private static final String OTHER = "95588";

  private final Pipeline pipeline = new Pipeline();
  private final List<Fault> faults = new ArrayList<>();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void flaggedMessagesMakeAChainForEachSenderInTheOrderOfTheirArrival() {
    pipeline.sms(STRANGER, "WARN FRAUD", NOON.plusSeconds(60));
    pipeline.sms(OTHER, "BLOCK ADVERT", NOON);
    pipeline.sms(STRANGER, "hello", NOON);
    // Later than the one before, and earlier.
    pipeline.sms(STRANGER, "WARN LOAN_AD", NOON.minus(Duration.ofDays(2)));

    List<KeyValue<SenderId, EvidenceRecord>> records = records();

    assertThat(records)
        .extracting(found -> found.key.value() + " " + found.value.sequence())
        .containsExactly(STRANGER + " 1", OTHER + " 1", STRANGER + " 2");
    assertThat(records.get(2).value.previous()).isEqualTo(records.get(0).value.hash());
    assertThat(records.get(2).value.facts().messageId()).isEqualTo(STRANGER + "#3");
    assertThat(verified(records, pipeline.pairs(Topics.EVIDENCE_CONTENT), List.of()))
        .isEqualTo(new Checked(3, 2, 0, 3, 0, 3));
    assertThat(faults).isEmpty();
  }

  @Test
  void theChainHoldsNeitherTextNorRecipient() {
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);

    var found = pipeline.read(Topics.EVIDENCE).get(0);
    String bytes =
        new String(pipeline.encoded(Topics.EVIDENCE, found), StandardCharsets.ISO_8859_1);

    assertThat(bytes).doesNotContain("WARN FRAUD").doesNotContain("13800000001");
    assertThat(Hash.of(found.getRecipient().bytes()).hex())
        .isEqualTo(KEYS.pseudonym(new Msisdn("+8613800000001")).hex());
  }

  @Test
  void theContentIsKeptUnderItsRecordsHashAndFitsIt() {
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);

    EvidenceRecord kept = records().get(0).value;
    KeyValue<String, EvidenceContent> found = pipeline.pairs(Topics.EVIDENCE_CONTENT).get(0);
    Content content = EvidenceFormat.read(found.value);

    assertThat(found.key).isEqualTo(kept.hash().hex());
    assertThat(content.text().value()).isEqualTo("WARN FRAUD");
    assertThat(content.recipient().value()).isEqualTo("+8613800000001");
    assertThat(content.commitment()).isEqualTo(kept.facts().commitment());
  }

  @Test
  void theSameMessagesMakeTheSameChainAgain() {
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);
    pipeline.sms(STRANGER, "WARN ADVERT", NOON);
    List<KeyValue<SenderId, EvidenceRecord>> once = records();

    try (Pipeline again = new Pipeline()) {
      again.sms(STRANGER, "WARN FRAUD", NOON);
      again.sms(STRANGER, "WARN ADVERT", NOON);

      assertThat(again.read(Topics.EVIDENCE).stream().map(EvidenceFormat::read))
          .containsExactlyElementsOf(once.stream().map(found -> found.value).toList());
    }
  }

  @Test
  void headsThatGrewAreSignedByIntervalAndOthersAreNot() {
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);
    pipeline.sms(OTHER, "WARN FRAUD", NOON);
    pipeline.wallClock(Duration.ofMinutes(1));
    pipeline.wallClock(Duration.ofMinutes(1));
    pipeline.sms(OTHER, "WARN FRAUD", NOON);
    pipeline.wallClock(Duration.ofMinutes(1));

    List<EvidenceCheckpoint> checkpoints = pipeline.read(Topics.EVIDENCE_CHECKPOINTS);

    assertThat(checkpoints)
        .extracting(
            checkpoint ->
                checkpoint.getSequence()
                    + " "
                    + checkpoint.getHeads().stream().map(EvidenceTest::name).toList())
        .containsExactly("1 [%s 2, %s 1]".formatted(STRANGER, OTHER), "2 [%s 2]".formatted(OTHER));
    assertThat(checkpoints.get(1).getSignedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));
    assertThat(verified(records(), pipeline.pairs(Topics.EVIDENCE_CONTENT), checkpoints))
        .isEqualTo(new Checked(4, 2, 2, 4, 0, 0));
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsChangedInATopicIsFound() {
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);
    pipeline.sms(STRANGER, "WARN FRAUD", NOON);
    pipeline.wallClock(Duration.ofMinutes(1));
    List<KeyValue<SenderId, EvidenceRecord>> records = records();

    verified(
        records.subList(0, 1),
        pipeline.pairs(Topics.EVIDENCE_CONTENT).subList(0, 1),
        pipeline.read(Topics.EVIDENCE_CHECKPOINTS));

    assertThat(faults)
        .extracting(fault -> fault.kind() + " " + fault.chain() + " " + fault.first())
        .containsExactly("MISSING " + STRANGER + " 2");
  }

  @Test
  void moreHeadsThanACheckpointHoldsTakeSeveral() {
    for (int i = 0; i < 2_001; i++) {
      pipeline.sms("S" + i, "WARN ADVERT", NOON);
    }
    pipeline.wallClock(Duration.ofMinutes(1));

    assertThat(pipeline.read(Topics.EVIDENCE_CHECKPOINTS))
        .extracting(checkpoint -> checkpoint.getSequence() + " " + checkpoint.getHeads().size())
        .containsExactly("1 2000", "2 1");
  }

  @Test
  void withoutKeysNoEvidenceIsKept() {
    try (Pipeline without = new Pipeline(Pipeline.LITERAL, PipelineSettings.DEFAULT)) {
      without.sms(STRANGER, "WARN FRAUD", NOON);
      without.wallClock(Duration.ofMinutes(1));

      assertThat(without.read(Topics.WARNINGS)).hasSize(1);
      assertThat(without.produced()).doesNotContain(Topics.EVIDENCE.name());
    }
  }

  private static String name(EvidenceHead head) {
    return head.getChain() + " " + head.getSequence();
  }

  private List<KeyValue<SenderId, EvidenceRecord>> records() {
    return pipeline.pairs(Topics.EVIDENCE).stream()
        .map(found -> KeyValue.pair(found.key, EvidenceFormat.read(found.value)))
        .toList();
  }

  private Checked verified(
      List<KeyValue<SenderId, EvidenceRecord>> records,
      List<KeyValue<String, EvidenceContent>> contents,
      List<EvidenceCheckpoint> checkpoints) {
    EvidenceVerifier verifier =
        new EvidenceVerifier(KEYS.publicKeys(), Extent.WHOLE, Extent.WHOLE, faults::add);
    checkpoints.forEach(
        found ->
            verifier.checkpoint(EvidenceFormat.read(found), EvidenceFormat.heads(found), "here"));
    contents.forEach(
        found -> verifier.content(new Hash(found.key), EvidenceFormat.read(found.value), "here"));
    records.forEach(found -> verifier.record(found.key.value(), found.value, "here"));
    return verifier.finish();
  }
}
