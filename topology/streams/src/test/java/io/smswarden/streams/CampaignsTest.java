package io.smswarden.streams;

import static io.smswarden.streams.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.Filter;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.campaign.CampaignCriterion;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Campaign;
import io.smswarden.schemas.CampaignState;
import io.smswarden.schemas.FiredSignal;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Near-duplicates from senders that change, through both stages and back into the verdicts. */
class CampaignsTest {

  private static final Filter FILTER = Filter.standard();
  private static final Duration INTERVAL = PipelineSettings.Campaigns.DEFAULT.interval();
  private static final Duration TTL = PipelineSettings.Campaigns.DEFAULT.ttl();
  private static final String PARTIALS = "campaign-partials";

  /** Taken alone, far above the threshold. */
  private static final String FRAUD = "【业主通知】您家的宽带改造登记未完成，请联系师傅%s核对住户信息，今日截止";

  /** The same, said so that taken alone it is below. */
  private static final String TONED_DOWN = "【业主通知】您家的宽带改造登记未完成，请联系师傅核对住户信息，谢谢";

  private static final String GREETING = "元宵佳节，愿您和家人团团圆圆、健健康康、平平安安，新的一年事事顺心";
  private static final String OTHER = "我发现一个特别好看的电视剧，周末有空一起来我家看吧，我买好零食了";

  private Pipeline pipeline = new Pipeline(FILTER);
  private int recipients;

  @AfterEach
  void close() {
    pipeline.close();
  }

  private static String sender(int number) {
    return "+86137%08d".formatted(number);
  }

  private void sms(int sender, String text, Instant time) {
    SmsEvent event =
        SmsEvent.newBuilder(pipeline.event(sender(sender), text, time))
            .setRecipient("+86138%08d".formatted(++recipients))
            .build();
    pipeline.put(Topics.EVENTS, new SenderId(sender(sender)), event, time);
  }

  private Verdict last() {
    List<Verdict> verdicts = pipeline.read(Topics.VERDICTS);
    return verdicts.get(verdicts.size() - 1);
  }

  private static String fraud(int number) {
    return FRAUD.formatted("139%08d".formatted(number));
  }

  /** Fifty messages of thirty senders in fifty minutes. */
  private void campaign() {
    for (int i = 0; i < 50; i++) {
      sms(i % 30, fraud(i), minute(i));
    }
  }

  private static Instant minute(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  private Campaign published() {
    Map<String, Campaign> campaigns = pipeline.latest(Topics.CAMPAIGNS);
    assertThat(campaigns).hasSize(1);
    return campaigns.values().iterator().next();
  }

  @Test
  void aCampaignOfThirtySendersIsFoundAndTheNextOfANewSenderIsFlagged() {
    sms(900, TONED_DOWN, NOON);
    Verdict alone = last();
    assertThat(alone.getAction()).isEqualTo(Action.ALLOW);
    assertThat(alone.getCampaign()).isNull();

    campaign();
    Campaign campaign = published();
    sms(1_000, TONED_DOWN, minute(50));

    assertThat(campaign.getState()).isEqualTo(CampaignState.WARNED);
    assertThat(campaign.getSenders()).isBetween(30L, 31L);
    assertThat(campaign.getRecipients()).isBetween(50L, 51L);
    assertThat(campaign.getMessages()).isBetween(50L, 51L);
    assertThat(campaign.getSample()).contains("宽带改造登记").doesNotContainPattern("\\d");
    Verdict flagged = last();
    assertThat(flagged.getAction()).isEqualTo(Action.WARN);
    assertThat(flagged.getCampaign()).isEqualTo(campaign.getId());
    assertThat(flagged.getModelLogit()).isEqualTo(alone.getModelLogit());
    FiredSignal known = flagged.getSignals().get(0);
    assertThat(known.getCode()).isEqualTo("CAMPAIGN_KNOWN");
    assertThat(known.getReasonEn()).contains(campaign.getId());
    assertThat(known.getReasonZh()).contains(campaign.getId());
  }

  @Test
  void aVerifiedSenderMakesNoCampaignAndIsNotHit() {
    for (int i = 0; i < 50; i++) {
      pipeline.register(sender(i), "物业", SenderKind.OTHER);
      sms(i, fraud(i), minute(i));
    }
    assertThat(pipeline.read(Topics.CAMPAIGNS)).isEmpty();

    for (int i = 100; i < 150; i++) {
      sms(i, fraud(i), minute(i));
    }
    assertThat(published().getState()).isEqualTo(CampaignState.WARNED);
    pipeline.register(sender(200), "物业", SenderKind.OTHER);
    sms(200, TONED_DOWN, minute(200));

    assertThat(last().getCampaign()).isNull();
  }

  @Test
  void aGreetingThatManyPassOnIsWatchedAndWarnedOfByNobody() {
    for (int i = 0; i < 500; i++) {
      sms(i, GREETING, NOON.plusSeconds(i));
    }

    assertThat(published().getState()).isEqualTo(CampaignState.WATCHED);
    assertThat(pipeline.read(Topics.VERDICTS))
        .allSatisfy(verdict -> assertThat(verdict.getAction()).isEqualTo(Action.ALLOW))
        .anySatisfy(verdict -> assertThat(verdict.getCampaign()).isNotNull());
  }

  @Test
  void oneSenderWithManyMessagesIsNoCampaign() {
    for (int i = 0; i < 300; i++) {
      sms(1, "验证码 %06d，您正在登录江城图书馆，五分钟内有效，请勿告诉他人".formatted(i * 31), minute(i));
    }

    assertThat(pipeline.repartitioned(PARTIALS)).isZero();
    assertThat(pipeline.read(Topics.CAMPAIGNS)).isEmpty();
  }

  @Test
  void complaintsMakeACampaignOfTextsThatLookHarmless() {
    for (int i = 0; i < 20; i++) {
      sms(i, TONED_DOWN, minute(i));
    }
    assertThat(published().getState()).isEqualTo(CampaignState.WATCHED);
    for (int i = 0; i < 3; i++) {
      pipeline.complaint(sender(2 * i), "FRAUD", minute(25));
    }
    // A complaint of a sender that wrote something else is none of this campaign.
    pipeline.complaint(sender(999), "FRAUD", minute(25));
    sms(50, TONED_DOWN, minute(26));
    sms(51, TONED_DOWN, minute(27));

    Campaign campaign = published();
    assertThat(campaign.getComplaints()).isEqualTo(3);
    assertThat(campaign.getState()).isEqualTo(CampaignState.WARNED);
    assertThat(last().getAction()).isEqualTo(Action.WARN);
  }

  @Test
  void aWarningDoesNotConfirmItself() {
    for (int i = 0; i < 20; i++) {
      sms(i, TONED_DOWN, minute(i));
    }
    for (int i = 0; i < 3; i++) {
      pipeline.complaint(sender(2 * i), "FRAUD", minute(25));
    }
    double before = published().getMeanScore();
    for (int i = 100; i < 300; i++) {
      sms(i, TONED_DOWN, minute(i));
    }

    Campaign after = published();
    assertThat(after.getFlagged()).isGreaterThan(150);
    assertThat(after.getMeanScore()).isCloseTo(before, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void aHotCampaignSendsFewPartials() {
    // The driver keeps every record it has written: ten times as many need its heap.
    int messages = 10_000;
    Duration span = Duration.ofMinutes(50);
    for (int i = 0; i < messages; i++) {
      sms(i % 2_000, fraud(i), NOON.plus(span.multipliedBy(i).dividedBy(messages)));
    }

    assertThat(pipeline.repartitioned(PARTIALS)).isBetween(1, 1 + (int) span.dividedBy(INTERVAL));
    Campaign campaign = published();
    assertThat(campaign.getMessages()).isGreaterThan(9_800);
    assertThat(campaign.getSenders()).isBetween(1_900L, 2_100L);
    assertThat(campaign.getRecipients()).isBetween(9_300L, 10_700L);
  }

  @Test
  void textsThatStayAloneAreWrittenNowhere() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      String text =
          random
              .ints(20, 0x4E00, 0x8000)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      sms(i, text, NOON.plusSeconds(i));
    }

    assertThat(pipeline.repartitioned(PARTIALS)).isZero();
    assertThat(pipeline.stored(Stores.SIGHTINGS)).isEmpty();
  }

  @Test
  void whatIsLeftOfAGroupThatWentQuietIsToldWhenTimeGoesOn() {
    sms(1, fraud(1), NOON);
    sms(2, fraud(2), NOON.plusSeconds(1));
    sms(3, fraud(3), NOON.plusSeconds(2));
    assertThat(published().getMessages()).isEqualTo(2);

    sms(4, OTHER, NOON.plus(INTERVAL.multipliedBy(3)));

    // The campaign's own task has its time from the partials.
    assertThat(published().getMessages()).isEqualTo(3);
  }

  @Test
  void theOrderOfArrivalDoesNotChangeWhatIsCounted() {
    List<Integer> numbers = IntStream.range(0, 200).boxed().collect(Collectors.toList());
    List<Campaign> outcomes =
        Stream.of(new Random(1), new Random(2))
            .map(
                random -> {
                  pipeline.close();
                  pipeline = new Pipeline(FILTER);
                  recipients = 0;
                  Collections.shuffle(numbers, random);
                  numbers.forEach(i -> sms(i % 40, fraud(i), minute(i)));
                  sms(5_000, OTHER, minute(600));
                  return published();
                })
            .toList();

    assertThat(outcomes)
        .allSatisfy(
            campaign -> {
              assertThat(campaign.getMessages()).isEqualTo(200);
              assertThat(campaign.getSenders()).isEqualTo(40);
              assertThat(campaign.getFirstSeen()).isEqualTo(NOON);
              assertThat(campaign.getLastSeen()).isEqualTo(minute(199));
            });
    assertThat(outcomes.get(0).getId()).isEqualTo(outcomes.get(1).getId());
  }

  @Test
  void messagesThatComeAfterTheirCampaignsTimeAreNotCounted() {
    campaign();
    sms(5_000, OTHER, minute(50).plus(TTL));
    assertThat(pipeline.repartitioned(PARTIALS)).isPositive();
    assertThat(pipeline.stored(Stores.SIGHTINGS)).isEmpty();

    sms(700, fraud(700), minute(10));
    sms(701, fraud(701), minute(10));

    assertThat(pipeline.repartitioned(PARTIALS)).isZero();
    assertThat(pipeline.stored(Stores.SIGHTINGS)).isEmpty();
  }

  @Test
  void aCampaignThatIsOverGetsATombstoneAndIsKnownNoMore() {
    campaign();
    String id = published().getId();
    Instant later = minute(60).plus(TTL);

    sms(1_000, TONED_DOWN, later);
    assertThat(last().getCampaign()).isNull();

    // Another campaign moves the time of the task that gathers.
    for (int i = 0; i < 4; i++) {
      sms(i, GREETING, later.plus(Duration.ofMinutes(i)));
    }
    List<KeyValue<String, Campaign>> records = pipeline.pairs(Topics.CAMPAIGNS);
    assertThat(records).contains(KeyValue.pair(id, null));
    assertThat(pipeline.stored(Stores.CAMPAIGNS)).hasSize(1).doesNotContainKey(id);
    assertThat(pipeline.stored(Stores.KNOWN_CAMPAIGNS)).doesNotContainKey(id);
    assertThat(pipeline.stored(Stores.SIGHTINGS)).hasSize(1);
  }

  @Test
  void ofMoreGroupsThanThereIsRoomForTheEldestGo() {
    pipeline.close();
    pipeline =
        new Pipeline(
            FILTER,
            PipelineSettings.DEFAULT.with(
                new PipelineSettings.Campaigns(
                    INTERVAL, 2, 100, 3, 2, TTL, new CampaignCriterion(8, 0.8, 3, 0.005))));
    String[] texts = {GREETING, OTHER, TONED_DOWN, "各位家长，明天上午九点在操场举行运动会，请给孩子穿好校服和运动鞋，带好水杯"};
    for (int i = 0; i < texts.length; i++) {
      sms(10 * i, texts[i], minute(10 * i));
      sms(10 * i + 1, texts[i], minute(10 * i + 1));
    }

    assertThat(pipeline.stored(Stores.SIGHTINGS)).hasSize(3);
    assertThat(pipeline.stored(Stores.CAMPAIGNS)).hasSize(2);
    assertThat(pipeline.pairs(Topics.CAMPAIGNS)).filteredOn(r -> r.value == null).hasSize(2);
  }

  @Test
  void aPublishedRecordThatCanNotBeReadChangesNothing() {
    campaign();
    String id = published().getId();
    pipeline.bytes(
        Topics.CAMPAIGNS, id.getBytes(java.nio.charset.StandardCharsets.UTF_8), new byte[] {1});
    pipeline.bytes(Topics.CAMPAIGNS, null, new byte[] {1});

    sms(1_000, TONED_DOWN, minute(51));

    assertThat(last().getCampaign()).isEqualTo(id);
  }
}
