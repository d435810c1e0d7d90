package io.smswarden.filter.rule;

import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SenderStanding;
import io.smswarden.filter.SmsText;
import java.time.Instant;
import java.util.Optional;

/** Builds messages: {@code sms("…").from("95588").registered("工商银行", BANK).at("2026-…")}. */
record Sms(
    String text,
    Optional<SenderId> sender,
    Optional<String> organisation,
    boolean verified,
    SenderStanding.Kind kind,
    long messages,
    long flagged,
    long complaints,
    double suspicion,
    Optional<Instant> firstSeen,
    Optional<Instant> time) {

  static Sms sms(String text) {
    return new Sms(
        text,
        Optional.empty(),
        Optional.empty(),
        false,
        SenderStanding.Kind.UNKNOWN,
        0,
        0,
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }

  Sms from(String sender) {
    return new Sms(
        text,
        SenderId.parse(sender, "CN"),
        organisation,
        verified,
        kind,
        messages,
        flagged,
        complaints,
        suspicion,
        firstSeen,
        time);
  }

  Sms registered(String name, SenderStanding.Kind itsKind, boolean checked) {
    return new Sms(
        text,
        sender,
        Optional.of(name),
        checked,
        itsKind,
        messages,
        flagged,
        complaints,
        suspicion,
        firstSeen,
        time);
  }

  Sms known(long sent, long flaggedOfThem, long complained, double suspected) {
    return new Sms(
        text,
        sender,
        organisation,
        verified,
        kind,
        sent,
        flaggedOfThem,
        complained,
        suspected,
        firstSeen,
        time);
  }

  Sms since(String first) {
    return new Sms(
        text,
        sender,
        organisation,
        verified,
        kind,
        messages,
        flagged,
        complaints,
        suspicion,
        Optional.of(Instant.parse(first)),
        time);
  }

  Sms at(String when) {
    return new Sms(
        text,
        sender,
        organisation,
        verified,
        kind,
        messages,
        flagged,
        complaints,
        suspicion,
        firstSeen,
        Optional.of(Instant.parse(when)));
  }

  Message message() {
    return new Message(
        sender,
        new SmsText(text),
        new SenderStanding(
            organisation,
            verified,
            kind,
            messages,
            flagged,
            complaints,
            suspicion,
            firstSeen,
            firstSeen),
        time);
  }
}
