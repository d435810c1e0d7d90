package io.smswarden.filter.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReputationModelTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ReputationModel MODEL = ReputationModel.STANDARD;
  private static final Duration HALF_LIFE = MODEL.halfLife();

  /** A message, or a complaint of somebody. */
  record Fact(int minute, boolean flagged, int complainant, double reliability) {

    boolean isComplaint() {
      return complainant > 0;
    }

    Instant at() {
      return NOON.plus(Duration.ofMinutes(minute));
    }
  }

  private static final class History {
    private Evidence evidence = Evidence.NONE;
    private Complainants complainants = Complainants.NONE;

    static History of(List<Fact> facts) {
      History history = new History();
      facts.forEach(history::take);
      return history;
    }

    void take(Fact fact) {
      if (fact.isComplaint()) {
        complainants =
            complainants.with("+86" + fact.complainant, fact.reliability, fact.at(), HALF_LIFE);
        evidence = MODEL.withComplaints(evidence, complainants, fact.at());
      } else {
        evidence = MODEL.withMessage(evidence, fact.flagged, fact.at());
      }
    }

    Estimate estimate() {
      return MODEL.estimate(evidence, Registration.NONE, Duration.ZERO);
    }
  }

  @Provide
  Arbitrary<List<Fact>> facts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 90 * 24 * 60),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(-100, 100),
            Arbitraries.doubles().between(0, 1))
        .as(Fact::new)
        .list()
        .ofMaxSize(300);
  }

  @Property(tries = 200)
  void theOrderOfArrivalChangesNothing(@ForAll("facts") List<Fact> facts, @ForAll long seed) {
    List<Fact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, new Random(seed));

    History one = History.of(facts);
    History other = History.of(shuffled);

    assertThat(other.complainants.bytes()).isEqualTo(one.complainants.bytes());
    assertThat(other.evidence.asOf()).isEqualTo(one.evidence.asOf());
    assertThat(other.evidence.flagged()).isCloseTo(one.evidence.flagged(), within(1e-9));
    assertThat(other.evidence.allowed()).isCloseTo(one.evidence.allowed(), within(1e-9));
    assertThat(other.evidence.complained()).isCloseTo(one.evidence.complained(), within(1e-9));
    assertThat(other.estimate().lower()).isCloseTo(one.estimate().lower(), within(1e-9));
  }

  @Property(tries = 200)
  void oneMoreComplaintNeverMakesASenderBetter(
      @ForAll("facts") List<Fact> facts, @ForAll @IntRange(min = 1, max = 200) int complainant) {
    History before = History.of(facts);
    Instant latest = before.evidence.asOf().isAfter(NOON) ? before.evidence.asOf() : NOON;
    int minute = (int) Duration.between(NOON, latest).toMinutes();
    History after = History.of(facts);
    after.take(new Fact(minute, false, complainant, 1));

    Estimate one = before.estimate();
    Estimate other = after.estimate();

    assertThat(other.mean()).isGreaterThanOrEqualTo(one.mean() - 1e-12);
    assertThat(other.lower()).isGreaterThanOrEqualTo(one.lower() - 1e-9);
    assertThat(other.upper()).isGreaterThanOrEqualTo(one.upper() - 1e-9);
  }

  @Property(tries = 200)
  void anEstimateIsAShareBetweenItsBounds(
      @ForAll("facts") @Size(max = 300) List<Fact> facts,
      @ForAll Registration registration,
      @ForAll @IntRange(min = 0, max = 5000) int days) {
    Evidence evidence = History.of(facts).evidence;
    Estimate estimate = MODEL.estimate(evidence, registration, Duration.ofDays(days));

    assertThat(estimate.lower()).isBetween(0.0, 1.0);
    assertThat(estimate.upper()).isBetween(estimate.lower(), 1.0);
    assertThat(estimate.mean())
        .isBetween(estimate.lower(), estimate.upper())
        .isCloseTo(MODEL.mean(evidence, registration, Duration.ofDays(days)), within(1e-12));
  }

  @Property(tries = 200)
  void withoutNewEvidenceItReturnsToThePrior(@ForAll("facts") List<Fact> facts) {
    Evidence evidence = History.of(facts).evidence;
    Estimate prior = MODEL.estimate(Evidence.NONE, Registration.NONE, Duration.ZERO);
    double distance = 1;
    for (int halfLives : new int[] {0, 5, 10, 20, 40}) {
      Instant later = evidence.asOf().plus(HALF_LIFE.multipliedBy(halfLives));
      Estimate then = MODEL.estimate(MODEL.at(evidence, later), Registration.NONE, Duration.ZERO);
      assertThat(Math.abs(then.mean() - prior.mean())).isLessThanOrEqualTo(distance + 1e-12);
      distance = Math.abs(then.mean() - prior.mean());
      if (halfLives == 40) {
        assertThat(then.lower()).isCloseTo(prior.lower(), within(1e-6));
        assertThat(then.upper()).isCloseTo(prior.upper(), within(1e-6));
      }
    }
    assertThat(distance).isLessThan(1e-6);
  }

  @Test
  void aNewSenderIsUncertainAndNotBad() {
    Estimate estimate = MODEL.estimate(Evidence.NONE, Registration.NONE, Duration.ZERO);

    assertThat(estimate.mean()).isCloseTo(0.05, within(1e-12));
    // R: qbeta(c(0.05, 0.95), 0.5, 9.5)
    assertThat(estimate.lower()).isCloseTo(2.124480e-4, within(1e-9));
    assertThat(estimate.upper()).isCloseTo(0.1873657, within(1e-6));
  }

  @Test
  void manyMessagesMakeItTheirShare() {
    Evidence evidence = new Evidence(300_000, 700_000, 0, NOON);
    Estimate estimate = MODEL.estimate(evidence, Registration.NONE, Duration.ZERO);

    assertThat(estimate.mean()).isCloseTo(0.3, within(1e-4));
    assertThat(estimate.upper() - estimate.lower()).isLessThan(0.002);
  }

  @Test
  void evidenceCountsHalfAfterAHalfLife() {
    Evidence evidence = MODEL.withMessage(Evidence.NONE, true, NOON);
    evidence = MODEL.withMessage(evidence, false, NOON.plus(HALF_LIFE));

    assertThat(evidence.flagged()).isEqualTo(0.5);
    assertThat(evidence.allowed()).isEqualTo(1);
  }

  @Test
  void onePersonComplainingAllDayCountsOnceAndCannotSinkASender() {
    Complainants flood = Complainants.NONE;
    for (int i = 0; i < 500; i++) {
      flood = flood.with("+8613800000001", 1, NOON.plusSeconds(60L * i), HALF_LIFE);
    }
    Instant end = NOON.plusSeconds(60L * 499);
    Evidence evidence = MODEL.withComplaints(Evidence.NONE, flood, end);

    assertThat(evidence.complained()).isEqualTo(1);
    assertThat(MODEL.estimate(evidence, Registration.NONE, Duration.ZERO).lower()).isLessThan(0.1);
  }

  @Test
  void complaintsOfManyPeopleAndOfLaterHalfLivesCountEach() {
    Complainants three =
        Complainants.NONE
            .with("+8613800000001", 1, NOON, HALF_LIFE)
            .with("+8613800000002", 1, NOON, HALF_LIFE)
            .with("+8613800000001", 1, NOON.plus(HALF_LIFE), HALF_LIFE);

    assertThat(three.weight(NOON.plus(HALF_LIFE), HALF_LIFE)).isCloseTo(2, within(1e-3));
  }

  @Test
  void aComplaintWeighsAsMuchAsItsComplainantIsReliable() {
    Complainants half = Complainants.NONE.with("+8613800000001", 0.5, NOON, HALF_LIFE);

    assertThat(half.weight(NOON, HALF_LIFE)).isCloseTo(0.5, within(0.002));
    assertThat(Complainants.NONE.with("+8613800000001", 0, NOON, HALF_LIFE).bytes().remaining())
        .isZero();
    assertThat(Complainants.NONE.with("+1", Double.NaN, NOON, HALF_LIFE).bytes().remaining())
        .isZero();
  }

  @Test
  void complainantsTakeBoundedMemory() {
    Complainants many = Complainants.NONE;
    for (int i = 0; i < 1000; i++) {
      many = many.with("+86138" + i, 1, NOON, HALF_LIFE);
    }

    assertThat(many.bytes().remaining()).isEqualTo(576);
    assertThat(Complainants.of(many.bytes()).bytes()).isEqualTo(many.bytes());
    assertThat(many.weight(NOON, HALF_LIFE)).isEqualTo(64);
  }

  @Test
  void registrationAndAgeSpeakForASenderAndCannotOutweighEvidence() {
    Evidence bad = new Evidence(80, 20, 0, NOON);
    double unknown = MODEL.estimate(bad, Registration.NONE, Duration.ZERO).mean();
    double claimed = MODEL.estimate(bad, Registration.REGISTERED, Duration.ZERO).mean();
    double verified = MODEL.estimate(bad, Registration.VERIFIED, Duration.ZERO).mean();
    double old = MODEL.estimate(bad, Registration.NONE, Duration.ofDays(10_000)).mean();

    assertThat(claimed).isLessThan(unknown);
    assertThat(verified).isLessThan(claimed);
    assertThat(old).isLessThan(unknown);
    assertThat(verified).isGreaterThan(0.5);
    assertThat(old).isGreaterThan(0.6);
  }

  @Test
  void factsTellWhatMovedTheEstimateMost() {
    Evidence evidence = new Evidence(36, 2, 2, NOON);
    List<ReputationFact> facts = MODEL.facts(evidence, Registration.VERIFIED, Duration.ofDays(90));

    assertThat(facts)
        .extracting(ReputationFact::en)
        .containsExactly(
            "36 of about 38 recent messages were flagged",
            "registered and verified",
            "known for 90 days",
            "about 2 subscribers complained recently");
    assertThat(facts.get(0).zh()).isEqualTo("近期约 38 条消息中有 36 条被标记");
    assertThat(facts.get(0).effect()).isPositive();
    assertThat(facts.get(1).effect()).isNegative();
    assertThat(MODEL.facts(Evidence.NONE, Registration.NONE, Duration.ZERO)).isEmpty();
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReputationModel(Duration.ofSeconds(1), 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReputationModel(Duration.ofDays(1), -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Evidence(-1, 0, 0, NOON));
  }
}
