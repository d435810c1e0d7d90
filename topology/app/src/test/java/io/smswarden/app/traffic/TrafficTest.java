package io.smswarden.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.app.traffic.TrafficItem.Complaint;
import io.smswarden.app.traffic.TrafficItem.Message;
import io.smswarden.app.traffic.TrafficItem.Profile;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.verdict.Category;
import io.smswarden.schemas.SmsEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final List<TrafficItem> ITEMS = items(1, 30_000);
  private static final List<Message> MESSAGES = only(Message.class);

  @Test
  void aDayThatIsJoinedLateBeginsAtOnce() {
    LocalDate day = LocalDate.of(2026, 3, 4);
    Instant noon = day.atTime(12, 0, 30).atZone(Traffic.ZONE).toInstant();
    // More than anyone could make up in the time of a test.
    Traffic traffic = Traffic.day(7, 100_000_000, day);
    traffic.skipTo(noon);

    assertThat(traffic.next().at())
        .isBetween(noon.truncatedTo(ChronoUnit.MINUTES), noon.plusSeconds(60));
  }

  @Test
  void theSameSeedGivesTheSameDay() {
    assertThat(items(7, 3_000)).isEqualTo(items(7, 3_000));
  }

  @Test
  void anotherSeedGivesAnotherDay() {
    Set<String> common = new HashSet<>(texts(items(7, 2_000)));
    int all = common.size();
    common.retainAll(texts(items(8, 2_000)));
    // What friends say has few slots and comes back.
    assertThat(common.size()).isLessThan(all / 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 13, 997, 20_000})
  void aDayHasExactlyTheMessagesAskedFor(long messages) {
    assertThat(items(3, messages).stream().filter(Message.class::isInstance))
        .hasSize((int) messages);
  }

  @Test
  void profilesComeFirst() {
    int profiles = only(Profile.class).size();
    assertThat(profiles).isGreaterThan(30);
    assertThat(ITEMS.subList(0, profiles)).allMatch(Profile.class::isInstance);
  }

  @Test
  void itemsComeInTheOrderOfTimeWithinTheDay() {
    assertThat(ITEMS).isSortedAccordingTo(Comparator.comparing(TrafficItem::at));
    Instant midnight = DAY.atStartOfDay(Traffic.ZONE).toInstant();
    assertThat(ITEMS)
        .allMatch(item -> !item.at().isBefore(midnight))
        .allMatch(item -> item.at().isBefore(midnight.plus(Duration.ofDays(1))));
  }

  @Test
  void idsAreUnique() {
    assertThat(MESSAGES).extracting(Message::id).doesNotHaveDuplicates();
    assertThat(only(Complaint.class))
        .extracting(c -> c.complaint().getId())
        .doesNotHaveDuplicates();
  }

  @Test
  void daysOfDifferentSizesShareNoId() {
    List<String> small = ids(items(3, 50));
    assertThat(ids(items(3, 60))).doesNotContainAnyElementsOf(small);
  }

  @Test
  void nightsAreQuietAndNoonsAreNot() {
    long atThree = MESSAGES.stream().filter(message -> hour(message) == 3).count();
    long atNoon = MESSAGES.stream().filter(message -> hour(message) == 12).count();
    assertThat(atThree).isPositive();
    assertThat(atNoon).isGreaterThan(8 * atThree);
  }

  @Test
  void everyCategoryOccurs() {
    assertThat(MESSAGES)
        .extracting(message -> message.truth().category())
        .containsAll(EnumSet.allOf(Category.class));
  }

  @Test
  void unwantedMessagesAreAFewInTen() {
    long unwanted = MESSAGES.stream().filter(message -> message.truth().unwanted()).count();
    assertThat((double) unwanted / MESSAGES.size()).isBetween(0.08, 0.20);
  }

  @Test
  void lawfulCollectorsKeepToPermittedHours() {
    assertThat(of(Category.COLLECTION_LAWFUL))
        .isNotEmpty()
        .allMatch(m -> hour(m) >= 8 && hour(m) < 21);
  }

  @Test
  void abusiveCollectorsWriteAtNightFromMobilesToDebtorsAndTheirContacts() {
    List<Message> abusive = of(Category.COLLECTION_ABUSIVE);
    assertThat(abusive).anyMatch(message -> hour(message) < 6 || hour(message) >= 22);
    assertThat(abusive).allMatch(message -> message.sender().value().startsWith("+86154"));
    Map<String, Set<String>> recipients =
        abusive.stream()
            .collect(
                Collectors.groupingBy(
                    message -> message.sender().value(),
                    Collectors.mapping(
                        message -> message.recipient().value(), Collectors.toSet())));
    assertThat(recipients.values()).filteredOn(some -> some.size() >= 4).isNotEmpty();
    assertThat(recipients.size()).isLessThan(abusive.size() / 10);
  }

  @Test
  void everyCampaignRotatesItsNumbers() {
    Map<String, List<Message>> campaigns = campaigns();
    assertThat(campaigns).hasSizeGreaterThan(14);
    assertThat(campaigns)
        .allSatisfy(
            (campaign, messages) -> {
              Set<String> numbers = distinct(messages, message -> message.sender().value());
              assertThat(numbers).hasSizeBetween(15, CampaignPlan.MOST_NUMBERS);
            });
  }

  @Test
  void aCampaignsNumberIsUsedForAShortPartOfTheCampaign() {
    campaigns()
        .forEach(
            (campaign, messages) -> {
              Duration whole = Duration.between(messages.get(0).at(), last(messages).at());
              Map<String, List<Message>> byNumber =
                  messages.stream().collect(Collectors.groupingBy(m -> m.sender().value()));
              assertThat(byNumber)
                  .allSatisfy(
                      (number, sent) ->
                          assertThat(Duration.between(sent.get(0).at(), last(sent).at()))
                              .isLessThan(whole.dividedBy(2)));
            });
  }

  @Test
  void noTwoChineseCampaignsShareANumber() {
    Map<String, String> campaignOf = new HashMap<>();
    campaigns()
        .forEach(
            (campaign, messages) ->
                distinct(messages, message -> message.sender().value()).stream()
                    .filter(number -> number.startsWith("+86"))
                    .forEach(
                        number -> assertThat(campaignOf.putIfAbsent(number, campaign)).isNull()));
  }

  @Test
  void noHonestTextIsACampaignsText() {
    Set<String> campaigns =
        MESSAGES.stream()
            .filter(message -> message.truth().unwanted())
            .map(message -> message.text().value())
            .collect(Collectors.toSet());
    assertThat(MESSAGES)
        .filteredOn(message -> !message.truth().unwanted())
        .noneMatch(message -> campaigns.contains(message.text().value()));
  }

  @Test
  void complaintsFollowAMessageThatTheComplainantGot() {
    Map<String, Message> byId = new HashMap<>();
    MESSAGES.forEach(message -> byId.put(message.id(), message));
    List<Complaint> naming =
        only(Complaint.class).stream()
            .filter(complaint -> complaint.complaint().getMessageId() != null)
            .toList();
    assertThat(naming)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            item -> {
              Message message = byId.get(item.complaint().getMessageId());
              assertThat(item.complaint().getSender()).isEqualTo(message.sender().value());
              assertThat(item.complaint().getComplainant()).isEqualTo(message.recipient().value());
              assertThat(Duration.between(message.at(), item.at()))
                  .isBetween(Duration.ofMinutes(1), Duration.ofHours(6));
            });
    assertThat(naming)
        .filteredOn(item -> !byId.get(item.complaint().getMessageId()).truth().unwanted())
        .hasSizeLessThan(naming.size() / 20);
  }

  @Test
  void everyMobileIsOfARangeThatNobodyHas() {
    Stream<String> numbers =
        MESSAGES.stream()
            .flatMap(message -> Stream.of(message.sender().value(), message.recipient().value()));
    assertThat(numbers.filter(number -> number.startsWith("+")))
        .allMatch(
            number -> number.matches("\\+86154\\d{8}|\\+447700900\\d{3}|\\+1\\d{3}55501\\d\\d"));
  }

  @Test
  void friendsAnswerEachOther() {
    Set<String> pairs = new HashSet<>();
    long answers =
        of(Category.NORMAL).stream()
            .filter(message -> message.sender().value().startsWith("+"))
            .filter(
                message -> {
                  pairs.add(message.sender().value() + message.recipient().value());
                  return pairs.contains(message.recipient().value() + message.sender().value());
                })
            .count();
    assertThat(answers).isGreaterThan(2_000);
  }

  @ParameterizedTest
  @CsvSource({"短, 70, 1, 8", "短, 71, 2, 8", "短, 135, 3, 8", "s, 160, 1, 0", "s, 161, 2, 0"})
  void anEventCarriesTheMessageAndCountsItsParts(
      String character, int length, int parts, int dataCoding) {
    Message message =
        new Message(
            "day-1",
            new SenderId("95702"),
            new Msisdn("+8615400000001"),
            new SmsText(character.repeat(length)),
            Instant.parse("2026-11-24T08:00:00Z"),
            Truth.of(Category.NORMAL, Source.PEOPLE));
    Instant received = Instant.parse("2026-11-25T00:00:00Z");

    SmsEvent event = message.event(received);

    assertThat(event.getId()).isEqualTo("day-1");
    assertThat(event.getText()).isEqualTo(message.text().value());
    assertThat(event.getEventTime()).isEqualTo(message.at());
    assertThat(event.getReceivedTime()).isEqualTo(received);
    assertThat(event.getParts()).isEqualTo(parts);
    assertThat(event.getDataCoding()).isEqualTo(dataCoding);
  }

  private static List<TrafficItem> items(long seed, long messages) {
    List<TrafficItem> items = new ArrayList<>();
    Traffic.day(seed, messages, DAY).forEachRemaining(items::add);
    return items;
  }

  private static List<String> ids(List<TrafficItem> items) {
    return items.stream()
        .filter(Message.class::isInstance)
        .map(item -> ((Message) item).id())
        .toList();
  }

  private static List<String> texts(List<TrafficItem> items) {
    return items.stream()
        .filter(Message.class::isInstance)
        .map(item -> ((Message) item).text().value())
        .toList();
  }

  private static <T extends TrafficItem> List<T> only(Class<T> type) {
    return ITEMS.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<Message> of(Category category) {
    return MESSAGES.stream().filter(message -> message.truth().category() == category).toList();
  }

  private static Map<String, List<Message>> campaigns() {
    return MESSAGES.stream()
        .filter(message -> message.truth().campaign().isPresent())
        .collect(Collectors.groupingBy(message -> message.truth().campaign().orElseThrow()));
  }

  private static Set<String> distinct(Collection<Message> messages, Function<Message, String> of) {
    return messages.stream().map(of).collect(Collectors.toSet());
  }

  private static Message last(List<Message> messages) {
    return messages.get(messages.size() - 1);
  }

  private static int hour(Message message) {
    return message.at().atZone(Traffic.ZONE).getHour();
  }
}
