package io.smswarden.streams;

import static io.smswarden.schemas.ReplyKind.ALREADY_KNOWN;
import static io.smswarden.schemas.ReplyKind.ASK_SENDER;
import static io.smswarden.schemas.ReplyKind.NOT_UNDERSTOOD;
import static io.smswarden.schemas.ReplyKind.THANKS;
import static io.smswarden.streams.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.complaint.ComplainantModel;
import io.smswarden.schemas.AlertLanguage;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintReply;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.ReplyKind;
import io.smswarden.schemas.ReportChannel;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.SubscriberPreferences;
import io.smswarden.streams.PipelineSettings.Complaints.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComplaintReportsTest {

  private static final String PARCEL = "WARN FRAUD 您的包裹因地址不详滞留，请点击链接核实并支付一元九角九分";
  private static final String LOAN = "WARN LOAN_AD 恭喜您获得三十万元贷款额度，当天放款，回复一办理";
  private static final String HONEST = "妈，今晚我不回家吃饭了，公司加班";

  private static final Duration HOUR = Duration.ofHours(1);

  private Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  private void linking(Link link) {
    pipeline.close();
    PipelineSettings.Complaints complaints = PipelineSettings.Complaints.DEFAULT;
    pipeline =
        new Pipeline(
            Pipeline.LITERAL,
            Pipeline.SETTINGS.with(
                new PipelineSettings.Complaints(
                    complaints.shortCodes(),
                    link,
                    complaints.inbox(),
                    complaints.answer(),
                    complaints.dailyReplies(),
                    complaints.model())));
  }

  /** A text to the short code. */
  private String forward(String text, Instant time) {
    ComplaintReport report = pipeline.report(ReportChannel.SHORT_CODE, time).setText(text).build();
    pipeline.put(report);
    return report.getId();
  }

  private List<Complaint> complaints() {
    return pipeline.read(Topics.COMPLAINTS);
  }

  private List<ComplaintReply> replies() {
    return pipeline.read(Topics.REPLIES_TO_REPORTS);
  }

  private List<ReplyKind> kinds() {
    return replies().stream().map(ComplaintReply::getKind).toList();
  }

  @Test
  void aForwardedMessageIsFoundAndItsSenderComplainedOf() {
    pipeline.sms("10690001", PARCEL, NOON);
    pipeline.sms("10690002", LOAN, NOON.plusSeconds(60));
    String report = forward("转发：" + PARCEL.replace("，", ", ") + "。", NOON.plus(HOUR));

    List<KeyValue<SenderId, Complaint>> complaints = pipeline.pairs(Topics.COMPLAINTS);

    assertThat(complaints).hasSize(1);
    assertThat(complaints.get(0).key).isEqualTo(new SenderId("10690001"));
    Complaint complaint = complaints.get(0).value;
    assertThat(complaint.getId()).isEqualTo(report);
    assertThat(complaint.getSender()).isEqualTo("10690001");
    assertThat(complaint.getMessageId()).isEqualTo("10690001#1");
    assertThat(complaint.getComplainant()).isEqualTo("+8613800000001");
    assertThat(complaint.getComplainedAt()).isEqualTo(NOON.plus(HOUR));
    assertThat(complaint.getWeight()).isCloseTo(0.8, within(1e-9));
    assertThat(kinds()).containsExactly(THANKS);
  }

  @Test
  void aMessageToTheShortCodeIsAReportAndIsNotJudged() {
    pipeline.sms("10690001", PARCEL, NOON);
    pipeline.read(Topics.VERDICTS);
    SmsEvent forward =
        SmsEvent.newBuilder(pipeline.event("+8613800000001", PARCEL, NOON.plus(HOUR)))
            .setRecipient("7726")
            .build();
    pipeline.put(Topics.EVENTS, new SenderId("+8613800000001"), forward, NOON.plus(HOUR));

    assertThat(complaints())
        .extracting(Complaint::getId, Complaint::getMessageId, Complaint::getComplainedAt)
        .containsExactly(tuple(forward.getId(), "10690001#1", NOON.plus(HOUR)));
    assertThat(replies())
        .extracting(ComplaintReply::getChannel)
        .containsExactly(ReportChannel.SHORT_CODE);
    assertThat(pipeline.read(Topics.VERDICTS)).isEmpty();
    assertThat(pipeline.latest(Topics.REPUTATION))
        .doesNotContainKey(new SenderId("+8613800000001"));
  }

  @Test
  void aServiceThatWritesToTheShortCodeIsJudged() {
    SmsEvent event =
        SmsEvent.newBuilder(pipeline.event("10690001", PARCEL, NOON)).setRecipient("7726").build();
    pipeline.put(Topics.EVENTS, new SenderId("10690001"), event);

    assertThat(pipeline.read(Topics.VERDICTS)).hasSize(1);
    assertThat(replies()).isEmpty();
  }

  @Test
  void aReportsComplaintCountsInStatisticsAndReputation() {
    pipeline.sms("10690001", PARCEL, NOON);
    forward(PARCEL, NOON.plus(HOUR));

    assertThat(pipeline.latest(Topics.STATS).values())
        .anySatisfy(
            stats -> assertThat(stats.getComplaintsByCategory()).containsEntry("UNKNOWN", 1L));
    assertThat(pipeline.latest(Topics.REPUTATION).get(new SenderId("10690001")).getComplaints())
        .isEqualTo(1);
  }

  @Test
  void whoForwardsAnUnknownMessageIsAskedForItsSenderAndThanked() {
    String report = forward("一段谁也没有见过的可疑文字，请您点击查看", NOON);
    assertThat(kinds()).containsExactly(ASK_SENDER);
    assertThat(complaints()).isEmpty();

    forward("106 9000 3", NOON.plus(HOUR));

    assertThat(complaints())
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.getId()).isEqualTo(report);
              assertThat(complaint.getSender()).isEqualTo("10690003");
              assertThat(complaint.getMessageId()).isNull();
              assertThat(complaint.getComplainedAt()).isEqualTo(NOON);
            });
    assertThat(replies())
        .singleElement()
        .satisfies(
            reply -> {
              assertThat(reply.getKind()).isEqualTo(THANKS);
              assertThat(reply.getInReplyTo()).isEqualTo(report);
              assertThat(reply.getTextZh()).contains("10690003");
            });
  }

  @Test
  void twoQuestionsAreAnsweredOneByOneTheLatestFirst() {
    String first = forward("一段谁也没有见过的可疑文字，请您点击查看", NOON);
    String second = forward("另外一条完全不同的来历不明的消息，注册送礼", NOON.plusSeconds(60));
    forward("10690002", NOON.plusSeconds(120));
    forward("10690001", NOON.plusSeconds(180));

    assertThat(complaints())
        .extracting(Complaint::getId, Complaint::getSender)
        .containsExactly(tuple(second, "10690002"), tuple(first, "10690001"));
  }

  @Test
  void aQuestionIsForgottenWhenNobodyAnswersInTime() {
    forward("一段谁也没有见过的可疑文字，请您点击查看", NOON);
    kinds();
    forward("ParcelCo", NOON.plus(Duration.ofHours(25)));

    assertThat(complaints()).isEmpty();
    assertThat(kinds()).containsExactly(ASK_SENDER);
  }

  @Test
  void whatIsNoAnswerIsSaidToBeNoneAndTheQuestionStays() {
    forward("一段谁也没有见过的可疑文字，请您点击查看", NOON);
    forward("什么意思？", NOON.plusSeconds(60));
    forward("？", NOON.plusSeconds(90));
    forward("号码是10690003", NOON.plusSeconds(120));

    assertThat(kinds()).containsExactly(ASK_SENDER, NOT_UNDERSTOOD, NOT_UNDERSTOOD, THANKS);
    assertThat(complaints()).hasSize(1);
  }

  @Test
  void aMessageThatComesAfterItsReportAnswersTheQuestionItself() {
    String report = forward(PARCEL, NOON.plus(HOUR));
    assertThat(kinds()).containsExactly(ASK_SENDER);
    pipeline.sms("10690002", LOAN, NOON);
    assertThat(complaints()).isEmpty();
    pipeline.sms("10690001", PARCEL, NOON);

    assertThat(complaints())
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.getId()).isEqualTo(report);
              assertThat(complaint.getMessageId()).isEqualTo("10690001#1");
              assertThat(complaint.getComplainedAt()).isEqualTo(NOON.plus(HOUR));
            });
    assertThat(kinds()).containsExactly(THANKS);
    pipeline.sms("10690009", PARCEL, NOON.plusSeconds(1));
    assertThat(complaints()).isEmpty();
  }

  @Test
  void aMessageSentAfterTheReportIsNotTheOneThatWasReported() {
    forward(PARCEL, NOON);
    pipeline.sms("10690001", PARCEL, NOON.plus(HOUR));

    assertThat(complaints()).isEmpty();
  }

  @Test
  void reportsOutOfOrderFindTheirMessages() {
    pipeline.sms("10690002", LOAN, NOON.plus(HOUR));
    pipeline.sms("10690001", PARCEL, NOON);
    forward(LOAN, NOON.plus(HOUR.multipliedBy(3)));
    forward(PARCEL, NOON.plus(HOUR.multipliedBy(2)));

    assertThat(complaints())
        .extracting(Complaint::getMessageId)
        .containsExactly("10690002#1", "10690001#1");
  }

  @Test
  void theSameAgainCountsOnceAndIsThankedFor() {
    pipeline.sms("10690001", PARCEL, NOON);
    forward(PARCEL, NOON.plus(HOUR));
    forward(PARCEL, NOON.plus(HOUR.multipliedBy(2)));
    forward("10690001", NOON.plus(HOUR.multipliedBy(3)));
    forward(PARCEL, NOON.plus(Duration.ofDays(2)));

    assertThat(complaints()).hasSize(1);
    assertThat(kinds()).containsExactly(THANKS, ALREADY_KNOWN, ALREADY_KNOWN, ALREADY_KNOWN);
  }

  @Test
  void anotherMessageOfTheSameSenderCountsAfterADay() {
    pipeline.sms("10690001", PARCEL, NOON);
    forward(PARCEL, NOON.plus(HOUR));
    pipeline.sms("10690001", LOAN, NOON.plus(HOUR));
    forward(LOAN, NOON.plus(HOUR.multipliedBy(2)));
    assertThat(complaints()).hasSize(1);
    forward(LOAN, NOON.plus(HOUR.multipliedBy(26)));

    assertThat(complaints()).hasSize(1);
  }

  @Test
  void aNumberAloneIsAComplaintOfThatSendersLatestMessage() {
    pipeline.sms("10690001", PARCEL, NOON);
    pipeline.sms("10690001", LOAN, NOON.plusSeconds(60));
    forward("10690001", NOON.plus(HOUR));

    assertThat(complaints()).extracting(Complaint::getMessageId).containsExactly("10690001#2");
  }

  @Test
  void aForwardThatNamesItsSenderNeedsNoQuestion() {
    forward("来自10690007的短信：一段谁也没有见过的可疑文字", NOON);

    assertThat(complaints()).extracting(Complaint::getSender).containsExactly("10690007");
  }

  @Test
  void theConsoleNamesMessageAndSenderAndCategory() {
    pipeline.sms("10690001", PARCEL, NOON);
    pipeline.put(
        pipeline
            .report(ReportChannel.CONSOLE, NOON.plus(HOUR))
            .setMessageId("10690001#1")
            .setCategory(Category.FRAUD)
            .build());
    pipeline.put(
        pipeline
            .report(ReportChannel.API, NOON.plus(HOUR))
            .setSender("139 0000 0009")
            .setMessageId("of another day")
            .build());

    assertThat(complaints())
        .extracting(Complaint::getSender, Complaint::getMessageId, Complaint::getCategory)
        .containsExactly(
            tuple("10690001", "10690001#1", Category.FRAUD),
            tuple("+8613900000009", "of another day", Category.UNKNOWN));
    assertThat(replies())
        .extracting(ComplaintReply::getChannel)
        .containsExactly(ReportChannel.CONSOLE, ReportChannel.API);
  }

  @Test
  void aReportThatSaysNothingIsNotUnderstood() {
    forward("Fwd: ", NOON);
    pipeline.put(pipeline.report(ReportChannel.API, NOON).setSender("+1").build());

    assertThat(kinds()).containsExactly(NOT_UNDERSTOOD, NOT_UNDERSTOOD);
    assertThat(complaints()).isEmpty();
  }

  @Test
  void byDefaultOnlyFlaggedMessagesAreLookedAmong() {
    pipeline.sms("+8613900000009", HONEST, NOON);
    forward(HONEST, NOON.plus(HOUR));
    assertThat(kinds()).containsExactly(ASK_SENDER);

    linking(Link.ALL);
    pipeline.sms("+8613900000009", HONEST, NOON);
    forward(HONEST, NOON.plus(HOUR));
    assertThat(kinds()).containsExactly(THANKS);

    linking(Link.NONE);
    pipeline.sms("10690001", PARCEL, NOON);
    forward(PARCEL, NOON.plus(HOUR));
    assertThat(kinds()).containsExactly(ASK_SENDER);
  }

  @Test
  void aMessageIsForgottenAfterItsTime() {
    pipeline.sms("10690001", PARCEL, NOON);
    forward(PARCEL, NOON.plus(Duration.ofDays(3)).plusSeconds(1));

    assertThat(kinds()).containsExactly(ASK_SENDER);
  }

  @Test
  void whoComplainsOfHonestMessagesWeighsLessAndWhoIsRightMore() {
    linking(Link.ALL);
    for (int day = 0; day < 10; day++) {
      Instant time = NOON.plus(Duration.ofDays(2L * day));
      pipeline.sms("1069000" + day, day < 5 ? PARCEL + day : HONEST + day, time);
      forward(day < 5 ? PARCEL + day : HONEST + day, time.plus(HOUR));
    }

    List<Double> weights = complaints().stream().map(Complaint::getWeight).toList();

    assertThat(weights).hasSize(10);
    assertThat(weights.get(5)).isGreaterThan(weights.get(0)).isGreaterThan(0.85);
    assertThat(weights.get(9)).isLessThan(weights.get(5));
  }

  @Test
  void oneWhoComplainsOfEverybodySinksNobody() {
    for (int i = 0; i < 200; i++) {
      pipeline.put(
          pipeline
              .report(ReportChannel.API, NOON.plusSeconds(i))
              .setSender("1069%04d".formatted(i))
              .build());
    }

    List<Complaint> complaints = complaints();

    assertThat(complaints).hasSize(200);
    assertThat(complaints.stream().mapToDouble(Complaint::getWeight).sum())
        .isLessThan(2.0 * ComplainantModel.STANDARD.full());
  }

  @Test
  void anAnsweringMachineIsNotAnsweredForEver() {
    for (int i = 0; i < 50; i++) {
      forward("……", NOON.plusSeconds(i));
    }
    assertThat(kinds()).hasSize(PipelineSettings.Complaints.DEFAULT.dailyReplies());
    forward("……", NOON.plus(Duration.ofDays(1)));

    assertThat(kinds()).containsExactly(NOT_UNDERSTOOD);
  }

  @Test
  void repliesAreInTheSubscribersLanguage() {
    forward("10690001", NOON);
    pipeline.prefer(
        SubscriberPreferences.newBuilder()
            .setSubscriber("+8613800000001")
            .setLanguage(AlertLanguage.EN)
            .build());
    forward("10690002", NOON.plusSeconds(60));

    assertThat(replies())
        .extracting(ComplaintReply::getLanguage)
        .containsExactly(AlertLanguage.ZH, AlertLanguage.EN);
  }

  @Test
  void theSameReportAgainIsAskedAboutOnce() {
    ComplaintReport report =
        pipeline.report(ReportChannel.SHORT_CODE, NOON).setText("一段谁也没有见过的可疑文字，请您点击查看").build();
    pipeline.put(report);
    pipeline.put(report);

    assertThat(kinds()).containsExactly(ASK_SENDER);
  }

  @Test
  void anothersReportDoesNotMeanMyMessage() {
    pipeline.sms("10690001", PARCEL, NOON);
    pipeline.put(
        pipeline
            .report(ReportChannel.SHORT_CODE, NOON.plus(HOUR))
            .setComplainant("+8613800000002")
            .setText(PARCEL)
            .build());

    assertThat(pipeline.pairs(Topics.REPLIES_TO_REPORTS))
        .singleElement()
        .satisfies(
            reply -> {
              assertThat(reply.key).isEqualTo(new Msisdn("+8613800000002"));
              assertThat(reply.value.getKind()).isEqualTo(ASK_SENDER);
            });
  }

  @Test
  void aReportWhoseKeyIsNotItsComplainantIsADeadLetter() {
    ComplaintReport report = pipeline.report(ReportChannel.API, NOON).setSender("10690001").build();
    pipeline.put(Topics.REPORTS, new Msisdn("+8613800000009"), report);
    pipeline.put(Topics.REPORTS, new Msisdn("+8613800000001"), null);

    assertThat(pipeline.read(Topics.DEAD_LETTERS))
        .extracting(letter -> letter.getDetail())
        .containsExactly(
            "the record's key is not the complainant in its value", "the record has no value");
    assertThat(pipeline.observed)
        .contains(DeadLetterReason.PROCESSING_FAILED + " complaint.reports");
    assertThat(complaints()).isEmpty();
  }

  @Test
  void aComplaintPutInDirectlyCountsAsBefore() {
    pipeline.complaint("10690001", "FRAUD", NOON);

    assertThat(pipeline.latest(Topics.REPUTATION).get(new SenderId("10690001")).getComplaints())
        .isEqualTo(1);
    assertThat(Map.copyOf(pipeline.latest(Topics.STATS))).isNotEmpty();
    assertThat(replies()).isEmpty();
  }
}
