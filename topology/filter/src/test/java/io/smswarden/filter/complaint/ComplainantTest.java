package io.smswarden.filter.complaint;

import static io.smswarden.filter.complaint.ComplainantModel.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smswarden.filter.complaint.Complainant.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ComplainantTest {

  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(31));

  record Made(Finding finding, Duration after) {}

  @Provide
  Arbitrary<List<Made>> complaints() {
    return Combinators.combine(
            Arbitraries.of(Finding.values()),
            Arbitraries.longs().between(0, Duration.ofDays(30).toSeconds()))
        .as((finding, seconds) -> new Made(finding, Duration.ofSeconds(seconds)))
        .list()
        .ofMaxSize(60);
  }

  private static Complainant having(List<Made> complaints) {
    Complainant known = Complainant.NEW;
    for (Made made : complaints) {
      known = known.after(made.finding(), START.plus(made.after()), STANDARD);
    }
    return known;
  }

  private static double weight(List<Made> complaints) {
    return having(complaints).weight(STANDARD, END);
  }

  private static List<Made> with(List<Made> complaints, Made more) {
    List<Made> all = new ArrayList<>(complaints);
    all.add(more);
    return all;
  }

  @Property
  void aWeightIsInBounds(@ForAll("complaints") List<Made> complaints) {
    assertThat(weight(complaints)).isBetween(0.0, 1.0);
  }

  @Property
  void whatTheMessageWasOrdersTheWeights(
      @ForAll("complaints") List<Made> complaints, @ForAll @IntRange(max = 30) int day) {
    Duration after = Duration.ofDays(day);
    double flagged = weight(with(complaints, new Made(Finding.FLAGGED, after)));
    double unknown = weight(with(complaints, new Made(Finding.UNKNOWN, after)));
    double allowed = weight(with(complaints, new Made(Finding.ALLOWED, after)));

    assertThat(flagged).isGreaterThanOrEqualTo(unknown);
    assertThat(unknown).isGreaterThanOrEqualTo(allowed);
  }

  @Property
  void oneMoreUnconfirmedComplaintNeverMakesTheNextWeighMore(
      @ForAll("complaints") List<Made> complaints, @ForAll @IntRange(max = 30) int day) {
    Made more = new Made(Finding.ALLOWED, Duration.ofDays(day));

    assertThat(weight(with(complaints, more))).isLessThanOrEqualTo(weight(complaints) + 1e-12);
  }

  @Property
  void theOrderOfArrivalChangesNothing(
      @ForAll("complaints") List<Made> complaints, @ForAll java.util.Random random) {
    List<Made> shuffled = new ArrayList<>(complaints);
    Collections.shuffle(shuffled, random);

    assertThat(weight(shuffled)).isCloseTo(weight(complaints), within(1e-9));
  }

  @Property
  void itDecaysToThatOfANewComplainant(@ForAll("complaints") List<Made> complaints) {
    double before = weight(complaints);
    double prior = Complainant.NEW.weight(STANDARD, END);
    double after =
        having(complaints).weight(STANDARD, END.plus(STANDARD.halfLife().multipliedBy(30)));

    assertThat(after).isCloseTo(prior, within(1e-6));
    assertThat(before).isNotNaN();
  }

  @Property
  void complaintsOfOneTimeWeighTogetherAtMostTwiceTheFullNumber(
      @ForAll @IntRange(min = 1, max = 2000) int count, @ForAll Finding finding) {
    double sum = 0;
    Complainant known = Complainant.NEW;
    for (int i = 0; i < count; i++) {
      sum += known.weight(STANDARD, START);
      known = known.after(finding, START, STANDARD);
    }

    assertThat(sum).isLessThanOrEqualTo(2.0 * STANDARD.full());
  }

  @Example
  void aNewComplainantIsMostlyBelieved() {
    assertThat(Complainant.NEW.weight(STANDARD, START)).isCloseTo(0.8, within(1e-9));
  }

  @Example
  void tenConfirmedComplaintsInAMonthAreMoreThanNineTenths() {
    List<Made> right = new ArrayList<>();
    List<Made> wrong = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      right.add(new Made(Finding.FLAGGED, Duration.ofDays(3L * day)));
      wrong.add(new Made(Finding.ALLOWED, Duration.ofDays(3L * day)));
    }

    assertThat(weight(right)).isGreaterThan(0.9);
    assertThat(weight(wrong)).isLessThan(0.4);
  }

  @Example
  void aModelThatMeansNothingIsRefused() {
    assertThatThrownBy(() -> ComplainantModel.of(Duration.ZERO, 5)).hasMessageContaining("PT0S");
    assertThatThrownBy(() -> ComplainantModel.of(Duration.ofDays(1), 0)).hasMessageContaining("0");
    assertThatThrownBy(() -> new ComplainantModel(0, 1, 0, Duration.ofDays(1), 1))
        .hasMessageContaining("prior");
  }
}
