package io.smswarden.streams.score;

import io.smswarden.filter.Judge;
import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.reputation.ReputationModel;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.FiredSignal;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Versions;
import io.smswarden.streams.PipelineObserver;
import io.smswarden.streams.behaviour.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.kstream.ValueJoinerWithKey;

/** Judges a message, joined with what is known of its sender. */
public final class Scorer
    implements ValueJoinerWithKey<SenderId, Observed, SenderReputation, Judged> {

  private final Judge judge;
  private final Standings standings;
  private final PipelineObserver observer;
  private volatile MadeWith madeWith;

  /**
   * A scorer.
   *
   * @param judge whose verdicts the observer is told of
   * @param reputation how old reputations lose weight
   */
  public Scorer(Judge judge, ReputationModel reputation, PipelineObserver observer) {
    this.judge = Objects.requireNonNull(judge, "judge");
    this.standings = new Standings(reputation);
    this.observer = Objects.requireNonNull(observer, "observer");
    this.madeWith = MadeWith.of(judge.versions());
  }

  /** Versions as the judge and as a verdict has them: they change when the rules do. */
  private record MadeWith(io.smswarden.filter.verdict.Versions judged, Versions written) {

    static MadeWith of(io.smswarden.filter.verdict.Versions judged) {
      return new MadeWith(judged, new Versions(judged.model(), judged.signals(), judged.rules()));
    }
  }

  /**
   * The message's verdict.
   *
   * @param reputation what is known of the sender; null when it is new, as a left join has it
   */
  @Override
  public Judged apply(SenderId sender, Observed observed, SenderReputation reputation) {
    SmsEvent event = observed.event();
    SenderStanding standing = standings.of(reputation, observed.behaviour(), event.getEventTime());
    Verdict verdict =
        verdict(
            event,
            judge.judge(
                new Message(
                    Optional.of(sender),
                    new SmsText(event.getText()),
                    standing,
                    Optional.of(event.getEventTime()))));
    observer.judged(verdict);
    return new Judged(event, verdict, standing.organisation(), standing.verified());
  }

  private Versions versions(io.smswarden.filter.verdict.Versions judged) {
    MadeWith last = madeWith;
    if (!last.judged.equals(judged)) {
      last = MadeWith.of(judged);
      madeWith = last;
    }
    return last.written;
  }

  private Verdict verdict(SmsEvent event, io.smswarden.filter.verdict.Verdict judged) {
    return new Verdict(
        event.getId(),
        event.getSender(),
        event.getEventTime(),
        event.getReceivedTime(),
        judged.score(),
        Category.valueOf(judged.category().name()),
        Action.valueOf(judged.action().name()),
        judged.modelLogit(),
        signals(judged.findings()),
        versions(judged.versions()));
  }

  private static List<FiredSignal> signals(List<Finding> findings) {
    List<FiredSignal> signals = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      signals.add(
          new FiredSignal(
              finding.code(),
              finding.strength(),
              finding.weight(),
              finding.start(),
              finding.end(),
              finding.reasonZh(),
              finding.reasonEn()));
    }
    return signals;
  }
}
