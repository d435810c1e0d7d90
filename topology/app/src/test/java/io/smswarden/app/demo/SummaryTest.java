package io.smswarden.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smswarden.app.demo.Summary.Recognition;
import io.smswarden.app.demo.Summary.Share;
import io.smswarden.app.demo.Summary.Speed;
import io.smswarden.app.demo.Tally.Fault;
import io.smswarden.app.demo.Tally.Mismatch;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.SenderReputation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SummaryTest {

  private static final Counts COUNTS =
      new Counts(
          1000,
          1000,
          Map.of(
              Category.NORMAL, Map.of(Action.ALLOW, 900L),
              Category.FRAUD, Map.of(Action.WARN, 80L, Action.BLOCK, 20L)),
          100,
          100,
          100,
          7,
          0);

  private static final Summary SUMMARY =
      new Summary(
          COUNTS,
          Optional.of(new Speed(1234.56, 41, 187)),
          Optional.of(new Recognition(new Share(104, 98), new Share(20, 15), new Share(876, 2))),
          List.of(sender("+8615471234695", 0.8251)),
          List.of());

  @ParameterizedTest
  @EnumSource
  void columnsStandUnderEachOtherHoweverWideTheirCharacters(Language language) {
    List<String> lines = new SummaryText(language).lines(SUMMARY);
    List<String> table = lines.subList(0, lines.indexOf(""));
    assertThat(table.stream().mapToInt(Table::width).distinct()).hasSize(1);
    assertThat(table).hasSize(4);
  }

  @Test
  void aPersonReadsFiguresInWords() {
    String text = String.join("\n", new SummaryText(Language.EN).lines(SUMMARY));
    assertThat(text)
        .contains("of the harmful messages 98 of 104 (94.2 %), of the adverts 15 of 20 (75.0 %)")
        .contains("1,235 messages/s; from receipt to the committed verdict p50 41 ms, p99 187 ms")
        .contains("every message has exactly one verdict");
  }

  @Test
  void aSendersNumberIsShownInPart() {
    String text = String.join("\n", new SummaryText(Language.ZH).lines(SUMMARY));
    assertThat(text).contains("+86154****4695").doesNotContain("15471234695");
  }

  @ParameterizedTest
  @EnumSource
  void aSuspiciousSenderIsShownWithBoundsAndTheReason(Language language) {
    String text = String.join("\n", new SummaryText(language).lines(SUMMARY));
    assertThat(text)
        .contains("0.83 (0.71–0.90)")
        .contains(
            language == Language.ZH
                ? "近期约 39 条消息中有 36 条被标记；近期约有 5 位用户投诉"
                : "36 of about 39 recent messages were flagged; about 5 subscribers complained recently");
  }

  @Test
  void aToolReadsTheDocumentedObject() throws Exception {
    JsonNode json = new ObjectMapper().readTree(SummaryJson.of(SUMMARY));
    assertThat(json)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"messages":1000,
                     "verdicts":{"total":1000,
                       "by_action":{"ALLOW":900,"WARN":80,"BLOCK":20},
                       "by_category":{"COLLECTION_LAWFUL":0,"COLLECTION_ABUSIVE":0,"FRAUD":100,
                         "PII_REQUEST":0,"IMPERSONATION":0,"LOAN_AD":0,"ADVERT":0,
                         "GAMBLING_ADULT":0,"NORMAL":900}},
                     "warnings":100,"alerts":100,"evidence":100,"complaints":7,"dead_letters":0,
                     "messages_per_second":1234.6,"latency_ms":{"p50":41,"p99":187},
                     "recognition":{"harmful":104,"harmful_flagged":98,"adverts":20,
                       "adverts_flagged":15,"honest":876,"honest_flagged":2},
                     "reconciled":true}
                    """));
  }

  @Test
  void whatDoesNotAgreeIsSaid() {
    Summary wrong =
        new Summary(
            COUNTS,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(new Mismatch(Fault.UNJUDGED, 3)));
    assertThat(wrong.reconciled()).isFalse();
    assertThat(String.join("\n", new SummaryText(Language.EN).lines(wrong)))
        .contains("messages without a verdict: 3")
        .contains("nothing was left to judge")
        .doesNotContain("exactly one verdict");
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultActionAndCategoryHasWordsInBothLanguages(Language language) {
    for (Fault fault : Fault.values()) {
      assertThat(language.text("fault." + fault)).isNotBlank();
    }
    for (Action action : Action.values()) {
      assertThat(language.text("action." + action)).isNotBlank();
    }
    for (Category category : Category.values()) {
      assertThat(language.text("category." + category)).isNotBlank();
    }
  }

  private static SenderReputation sender(String sender, double suspicion) {
    return SenderReputation.newBuilder()
        .setSender(sender)
        .setMessages(39)
        .setFlagged(36)
        .setComplaints(5)
        .setSuspicion(suspicion)
        .setSuspicionLower(0.7149)
        .setSuspicionUpper(0.9)
        .setRecentFlagged(35.6)
        .setRecentAllowed(3)
        .setRecentComplaints(4.8)
        .build();
  }
}
