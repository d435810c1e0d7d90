package io.smswarden.streams.alert;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.alert.Advice;
import io.smswarden.filter.alert.Claim;
import io.smswarden.filter.alert.Digest;
import io.smswarden.filter.verdict.Category;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.AlertKind;
import io.smswarden.schemas.AlertLanguage;
import io.smswarden.schemas.AlertRequest;
import io.smswarden.schemas.HeldMessages;
import io.smswarden.schemas.SubscriberAlert;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts alerts and digests into words. */
final class AlertTexts {

  private AlertTexts() {}

  static SubscriberAlert alert(
      Msisdn subscriber,
      AlertRequest request,
      Optional<String> channel,
      AlertLanguage language,
      Optional<Instant> notAfter) {
    Claim claim =
        new Claim(
            Optional.ofNullable(request.getClaims()),
            Optional.ofNullable(request.getOrganisation()).filter(o -> request.getSenderVerified()),
            channel);
    Advice advice = Advice.on(Category.valueOf(request.getCategory().name()), claim);
    return SubscriberAlert.newBuilder()
        .setMessageId(request.getMessageId())
        .setRecipient(subscriber.value())
        .setSender(request.getSender())
        .setCategory(request.getCategory())
        .setAction(request.getAction())
        .setScore(request.getScore())
        .setAdviceZh(advice.zh())
        .setAdviceEn(advice.en())
        .setEventTime(request.getEventTime())
        .setKind(AlertKind.ALERT)
        .setLanguage(language)
        .setCampaign(request.getCampaign())
        .setClaims(request.getClaims())
        .setClaimVerified(claim.verified())
        .setOfficialChannel(channel.orElse(null))
        .setNotAfter(notAfter.orElse(null))
        .build();
  }

  static SubscriberAlert digest(
      Msisdn subscriber,
      AlertHistory history,
      Instant due,
      AlertLanguage language,
      Optional<Instant> notAfter) {
    List<HeldMessages> held = history.held();
    HeldMessages worst =
        held.stream().max(Comparator.comparingDouble(HeldMessages::getScore)).orElseThrow();
    Advice text =
        new Digest(held.stream().map(AlertTexts::held).toList(), history.heldMore()).text();
    return SubscriberAlert.newBuilder()
        .setMessageId("digest@" + due)
        .setRecipient(subscriber.value())
        .setSender(worst.getSender())
        .setCategory(worst.getCategory())
        .setAction(Action.WARN)
        .setScore(worst.getScore())
        .setAdviceZh(text.zh())
        .setAdviceEn(text.en())
        .setEventTime(due)
        .setKind(AlertKind.DIGEST)
        .setLanguage(language)
        .setHeld(held)
        .setNotAfter(notAfter.orElse(null))
        .build();
  }

  private static Digest.Held held(HeldMessages held) {
    return new Digest.Held(
        new SenderId(held.getSender()),
        held.getCampaign() != null,
        Category.valueOf(held.getCategory().name()),
        held.getMessages());
  }
}
