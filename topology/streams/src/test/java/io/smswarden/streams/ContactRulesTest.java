package io.smswarden.streams;

import static io.smswarden.streams.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.schemas.ContactRuleKind;
import io.smswarden.schemas.ContactViolation;
import io.smswarden.schemas.SenderKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Noon in UTC is eight in the evening for the subscriber, in China. */
class ContactRulesTest {

  private static final String COLLECTOR = "10690000";
  private static final String DUE = "ALLOW COLLECTION_LAWFUL";
  private static final String THREAT = "WARN COLLECTION_ABUSIVE";

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  private List<ContactViolation> violations() {
    return pipeline.read(Topics.VIOLATIONS);
  }

  private void send(int contacts, String text) {
    for (int i = 0; i < contacts; i++) {
      pipeline.sms(COLLECTOR, text, NOON.plusSeconds(i));
    }
  }

  @Test
  void aReminderAtNightIsAViolationThatCitesTheRule() {
    Instant elevenAtNight = NOON.plus(Duration.ofHours(3));
    pipeline.sms(COLLECTOR, DUE, elevenAtNight);

    ContactViolation violation = violations().get(0);

    assertThat(violation.getRule()).isEqualTo(ContactRuleKind.HOURS);
    assertThat(violation.getPermitted()).isEqualTo("08:00-22:00");
    assertThat(violation.getSource()).contains("催收");
    assertThat(violation.getMessageId()).isEqualTo(COLLECTOR + "#1");
    assertThat(violation.getSender()).isEqualTo(COLLECTOR);
    assertThat(violation.getEventTime()).isEqualTo(elevenAtNight);
  }

  @Test
  void onlyMessagesAboutDebtsAreCounted() {
    send(3, "hello");
    send(9, "WARN FRAUD");
    send(3, THREAT);

    assertThat(violations()).isEmpty();
  }

  @Test
  void theFourthContactOfADayIsAViolation() {
    send(4, THREAT);

    List<ContactViolation> violations = violations();

    assertThat(violations).hasSize(1);
    assertThat(violations.get(0).getRule()).isEqualTo(ContactRuleKind.FREQUENCY);
    assertThat(violations.get(0).getContacts()).isEqualTo(4);
    assertThat(violations.get(0).getMessageId()).isEqualTo(COLLECTOR + "#4");
  }

  @Test
  void theSendersOfOneOrganisationAreCountedTogether() {
    pipeline.register(COLLECTOR, "某消费金融", SenderKind.COLLECTOR);
    pipeline.register("10691111", "某消费金融", SenderKind.COLLECTOR);
    send(3, DUE);
    pipeline.sms("10691111", DUE, NOON.plusSeconds(60));

    List<ContactViolation> violations = violations();

    assertThat(violations).extracting(v -> v.getSender()).containsExactly("10691111");
    assertThat(violations).extracting(v -> v.getOrganisation()).containsExactly("某消费金融");
  }

  @Test
  void aLateContactMakesALaterOneTooMany() {
    for (int hours : new int[] {4, 5, 6}) {
      pipeline.sms(COLLECTOR, DUE, NOON.plus(Duration.ofHours(12 + hours)));
    }
    assertThat(violations()).isEmpty();
    pipeline.sms(COLLECTOR, DUE, NOON);

    assertThat(violations()).extracting(v -> v.getMessageId()).containsExactly(COLLECTOR + "#3");
  }

  @Test
  void theSameMessageAgainIsNoContactMore() {
    for (int i = 0; i < 5; i++) {
      pipeline.put(
          Topics.EVENTS,
          new io.smswarden.filter.SenderId(COLLECTOR),
          io.smswarden.schemas.SmsEvent.newBuilder(pipeline.event(COLLECTOR, DUE, NOON))
              .setId("the same")
              .build());
    }

    assertThat(violations()).isEmpty();
  }
}
