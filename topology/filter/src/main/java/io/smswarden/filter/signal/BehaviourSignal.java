package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.behaviour.Behaviour;
import io.smswarden.filter.reputation.OperatorOverride.Standing;
import io.smswarden.filter.text.TextViews;

/**
 * What a subscriber's number does that people don't. Service codes and names write to many by
 * nature; registered and verified senders and those that the operator trusts are exempt.
 */
enum BehaviourSignal implements Signal {
  /** Many different recipients: full strength at the limit, none below half of it. */
  SENDER_FAN_OUT {
    @Override
    double strength(Behaviour seen) {
      return fromHalf((double) seen.recipients() / seen.limits().recipients());
    }
  },

  /** Many messages in an hour or a day, whoever gets them. */
  SENDER_RATE {
    @Override
    double strength(Behaviour seen) {
      return fromHalf(
          Math.max(
              (double) seen.perHour() / seen.limits().perHour(),
              (double) seen.perDay() / seen.limits().perDay()));
    }
  },

  /** Nearly each message to another person. */
  SENDER_STRANGERS {
    @Override
    double strength(Behaviour seen) {
      return seen.perDay() >= ENOUGH && seen.firstContactShare() >= MOSTLY
          ? seen.firstContactShare()
          : 0;
    }
  },

  /** Mostly at the recipients' night. */
  SENDER_NIGHT {
    @Override
    double strength(Behaviour seen) {
      return seen.perDay() >= ENOUGH && seen.nightShare() >= MOSTLY ? seen.nightShare() : 0;
    }
  },

  /** Far more than the sender's usual hour: full strength at fifty times. */
  SENDER_BURST {
    @Override
    double strength(Behaviour seen) {
      return seen.perHour() >= ENOUGH && seen.burst() >= SUDDEN ? seen.burst() / (5 * SUDDEN) : 0;
    }
  },

  /** Written to by several: people answer people. Full strength where half of the recipients do. */
  SENDER_ANSWERED {
    @Override
    double strength(Behaviour seen) {
      return seen.answers() >= SEVERAL ? 2 * seen.replyRatio() : 0;
    }
  };

  /** Of fewer messages a share says little. */
  private static final long ENOUGH = 20;

  private static final double MOSTLY = 0.8;
  private static final double SUDDEN = 10;
  private static final long SEVERAL = 3;

  abstract double strength(Behaviour seen);

  @Override
  public String code() {
    return name();
  }

  @Override
  public void observe(Message message, TextViews views, Sink sink) {
    SenderStanding standing = message.standing();
    if (message.sender().filter(id -> id.value().startsWith("+")).isEmpty()
        || standing.registeredAndVerified()
        || standing.overridden(Standing.TRUSTED, message.time())) {
      return;
    }
    double strength = strength(standing.behaviour());
    if (strength > 0) {
      sink.seen(strength, 0, 0);
    }
  }

  private static double fromHalf(double share) {
    return share >= 0.5 ? share : 0;
  }
}
