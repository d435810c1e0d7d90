package io.smswarden.filter.evidence;

import static io.smswarden.filter.evidence.Chains.KEYS;
import static io.smswarden.filter.evidence.Chains.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.SmsText;
import io.smswarden.filter.evidence.EvidenceVerifier.Checked;
import io.smswarden.filter.evidence.Fault.Kind;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceVerifierTest {

  private final List<EvidenceRecord> chain = new ArrayList<>(Chains.chain(SENDER, 6));
  private final List<Fault> faults = new ArrayList<>();
  private final Head signed = chain.get(4).head();

  @Test
  void evidenceAsItWasKeptHasNoFault() {
    Checked checked = verify(Extent.WHOLE);

    assertThat(faults).isEmpty();
    assertThat(checked).isEqualTo(new Checked(6, 1, 1, 6, 0, 1));
  }

  @Test
  void aChangedFactIsFoundAndNamed() {
    EvidenceRecord third = chain.get(2);
    chain.set(
        2, new EvidenceRecord(SENDER, 3, third.previous(), Chains.facts("another"), third.hash()));

    verify(Extent.WHOLE);

    assertThat(faults).extracting(Fault::kind).containsExactly(Kind.CHANGED);
    assertThat(faults).extracting(Fault::first).containsOnly(3L);
    assertThat(faults.get(0).where()).isEqualTo("line 3");
  }

  @Test
  void aRecordThatWasReplacedWithItsHashDoesNotFit() {
    chain.set(2, EvidenceRecord.after(chain.get(1).head(), Chains.facts("another")));

    verify(Extent.WHOLE);

    assertThat(kinds()).contains("FOREIGN 4");
  }

  @Test
  void aChainThatWasWrittenAnewIsNotTheOneThatWasSigned() {
    Head head = chain.get(1).head();
    for (int i = 2; i < 6; i++) {
      chain.set(i, EvidenceRecord.after(head, Chains.facts("another " + i)));
      head = chain.get(i).head();
    }

    verify(Extent.WHOLE);

    assertThat(kinds()).contains("CHANGED 5").doesNotContain("FOREIGN 3");
  }

  @Test
  void missingRecordsAreFoundInTheMiddleAtTheStartAndAtTheEnd() {
    chain.remove(4);
    chain.remove(4);
    chain.remove(2);
    chain.remove(0);

    verify(Extent.WHOLE);

    assertThat(kinds()).contains("MISSING 1", "MISSING 3", "MISSING 5");
  }

  @Test
  void whatRetentionTookIsNotMissed() {
    chain.remove(0);
    chain.remove(0);

    verify(Extent.LATEST);

    assertThat(kinds()).isEmpty();
  }

  @Test
  void aChainOfWhichNothingIsLeftIsMissedWhereItWasSigned() {
    chain.clear();

    verify(Extent.WHOLE);

    assertThat(kinds()).contains("MISSING 1");
    assertThat(faults.get(0).last()).isEqualTo(5);
  }

  @Test
  void recordsThatChangedPlacesAreFound() {
    Collections.swap(chain, 2, 3);

    verify(Extent.WHOLE);

    assertThat(kinds()).containsExactly("REORDERED 3");
  }

  @Test
  void aSecondRecordWithANumberIsFound() {
    chain.add(4, chain.get(1));

    verify(Extent.LATEST);

    assertThat(kinds()).containsExactly("DUPLICATED 2");
  }

  @Test
  void aRecordOfAnotherChainIsFound() {
    chain.add(3, Chains.chain("95588", 1).get(0));

    verify(Extent.LATEST);

    assertThat(kinds()).containsExactly("FOREIGN 1");
  }

  @Test
  void aChangedTextIsFound() {
    EvidenceVerifier verifier = verifier(KEYS.publicKeys(), Extent.WHOLE);
    EvidenceRecord first = chain.get(0);
    Content was = Chains.content(first.facts().messageId());
    verifier.content(
        first.hash(), new Content(was.salt(), was.recipient(), new SmsText("else")), "here");
    verifier.record(SENDER, first, "line 1");
    verifier.finish();

    assertThat(kinds()).containsExactly("CHANGED 1");
  }

  @Test
  void anErasedTextIsNotMissedAndOneThatIsJustGoneIs() {
    EvidenceVerifier verifier = verifier(KEYS.publicKeys(), Extent.WHOLE);
    verifier.erasure(erasure(KEYS), "here");
    chain.forEach(each -> verifier.record(SENDER, each, "line"));
    Checked checked = verifier.finish();

    assertThat(kinds())
        .containsExactly("MISSING 1", "MISSING 3", "MISSING 4", "MISSING 5", "MISSING 6");
    assertThat(checked.erased()).isEqualTo(1);
  }

  @Test
  void anErasureThatAnotherKeySignedCountsForNothing() {
    EvidenceVerifier verifier = verifier(KEYS.publicKeys(), Extent.WHOLE);
    verifier.erasure(erasure(EvidenceKeys.generate(new SecureRandom())), "here");
    verifier.record(SENDER, chain.get(0), "line");
    verifier.record(SENDER, chain.get(1), "line");
    verifier.finish();

    assertThat(kinds()).containsExactly("CHANGED 0", "MISSING 1", "MISSING 2");
  }

  @Test
  void aCheckpointThatIsMissingIsFound() {
    EvidenceVerifier verifier = verifier(KEYS.publicKeys(), Extent.WHOLE);
    Checkpoint one = Chains.checkpoint(Head.none(Checkpoint.chain(3)), chain.get(0).head());
    Checkpoint two = Chains.checkpoint(one.head(), chain.get(1).head());
    Checkpoint three = Chains.checkpoint(two.head(), chain.get(2).head());
    verifier.checkpoint(one, List.of(chain.get(0).head()), "one");
    verifier.checkpoint(three, List.of(chain.get(2).head()), "three");
    verifier.finish();

    assertThat(faults)
        .extracting(fault -> fault.kind() + " " + fault.chain() + " " + fault.first())
        .contains("MISSING checkpoints of partition 3 2");
  }

  @Test
  void aCheckpointOfAnotherKeyIsNotBelieved() {
    EvidenceVerifier verifier =
        verifier(EvidenceKeys.generate(new SecureRandom()).publicKeys(), Extent.LATEST);
    verifier.checkpoint(
        Chains.checkpoint(Head.none(Checkpoint.chain(3)), signed), List.of(signed), "here");

    assertThat(faults)
        .extracting(Fault::detail)
        .containsExactly("its signature is not by a known key");
  }

  @Test
  void aCheckpointOfBeforeAKeysRotationIsStillBelieved() {
    EvidenceKeys rotated = EvidenceKeys.parse(KEYS.rotated(new SecureRandom()).pem());
    EvidenceVerifier verifier = verifier(rotated.publicKeys(), Extent.LATEST);
    verifier.checkpoint(
        Chains.checkpoint(Head.none(Checkpoint.chain(3)), signed), List.of(signed), "here");

    assertThat(faults).isEmpty();
    assertThat(rotated.pseudonym(Chains.SUBSCRIBER)).isEqualTo(KEYS.pseudonym(Chains.SUBSCRIBER));
    assertThat(rotated.publicKeys().currentId()).isNotEqualTo(KEYS.publicKeys().currentId());
  }

  @Test
  void inAnExcerptALinkStandsForARecordThatIsNotShown() {
    EvidenceVerifier verifier = verifier(KEYS.publicKeys(), Extent.EXCERPT);
    verifier.attestation(
        Chains.checkpoint(Head.none(Checkpoint.chain(3)), signed).attest(List.of(signed), 0),
        "checkpoint");
    EvidenceRecord third = chain.get(2);
    verifier.content(third.hash(), Chains.content(third.facts().messageId()), "content");
    verifier.record(SENDER, third, "1");
    verifier.record(SENDER, BareLink.of(chain.get(3)), "2");
    verifier.record(SENDER, BareLink.of(chain.get(4)), "3");

    assertThat(verifier.finish()).isEqualTo(new Checked(1, 1, 1, 1, 0, 0));
    assertThat(faults).isEmpty();
  }

  private Checked verify(Extent extent) {
    EvidenceVerifier told = verifier(KEYS.publicKeys(), extent);
    told.checkpoint(
        Chains.checkpoint(Head.none(Checkpoint.chain(3)), signed), List.of(signed), "checkpoint");
    Chains.chain(SENDER, 6)
        .forEach(each -> told.content(each.hash(), Chains.content(each.facts().messageId()), "c"));
    int line = 0;
    for (EvidenceRecord each : chain) {
      told.record(SENDER, each, "line " + ++line);
    }
    return told.finish();
  }

  private EvidenceVerifier verifier(PublicKeys keys, Extent extent) {
    return new EvidenceVerifier(keys, extent, Extent.WHOLE, faults::add);
  }

  private Erasure erasure(EvidenceKeys keys) {
    return Erasure.of(
        "e1",
        keys.pseudonym(Chains.SUBSCRIBER),
        "clerk",
        Instant.EPOCH,
        "request 7",
        List.of(chain.get(1).hash()),
        keys);
  }

  /** The faults of records; contents whose record is gone are told beside them. */
  private List<String> kinds() {
    return faults.stream()
        .filter(fault -> fault.kind() != Kind.FOREIGN || fault.first() != 0)
        .map(fault -> fault.kind() + " " + fault.first())
        .toList();
  }
}
