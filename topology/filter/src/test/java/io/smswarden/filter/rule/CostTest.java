package io.smswarden.filter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.smswarden.filter.Message;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.signal.SignalTable;
import io.smswarden.filter.text.TextViews;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Finding;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a message costs is what it holds, not how many rules there are. */
class CostTest {

  /** A condition that counts how often it was asked. */
  private static final class Counted implements Condition {
    private final Condition condition;
    private final int[] asked;

    Counted(Condition condition, int[] asked) {
      this.condition = condition;
      this.asked = asked;
    }

    @Override
    public boolean holds(Facts facts) {
      asked[0]++;
      return condition.holds(facts);
    }

    @Override
    public Anchors anchors() {
      return condition.anchors();
    }
  }

  private static Rule rule(int number, Condition condition) {
    return new Rule(
        "RULE_" + number,
        Category.FRAUD,
        new Rule.Effect(1, Optional.empty(), false),
        new Reason("一", "one"),
        condition,
        List.of());
  }

  private static RuleSet rules(List<Rule> rules, LiteralPool literals) {
    RuleSet.Content content =
        new RuleSet.Content(
            "CN", rules, new SignalTable.Cap(-5, 5), Map.of(), List.of(), List.of());
    return new RuleSet("v", "", content, literals.all(), 0, 0);
  }

  private static RuleHits match(RuleMatcher matcher, String text) {
    TextViews views = new TextViews();
    views.read(text);
    return matcher.match(Message.of(text), views, new Observations());
  }

  @Test
  void ofTenThousandRulesOnlyThoseAreAskedWhoseRarestTextIsThere() {
    LiteralPool literals = new LiteralPool();
    Literal common = literals.written("退款").orElseThrow();
    int[] asked = new int[1];
    List<Rule> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Literal rare = literals.written("第%d号专案".formatted(i)).orElseThrow();
      all.add(
          rule(
              i,
              new Counted(
                  new Junction.All(
                      List.of(
                          new TextCondition(List.of(common)), new TextCondition(List.of(rare)))),
                  asked)));
    }
    RuleMatcher matcher = rules(all, literals).matcher();

    assertThat(match(matcher, "请申请退款").isEmpty()).isTrue();
    assertThat(asked[0]).isZero();
    assertThat(match(matcher, "第4711号专案退款").others())
        .extracting(Finding::code)
        .containsExactly("RULE_4711");
    assertThat(asked[0]).isEqualTo(1);
  }

  @Test
  void nothingIsAllocatedWhereNothingMatches() {
    RuleSet rules =
        Shipped.read(
            "version: v\nblock: [{domain: evil.top}, {sender: '95588'}, {text: 大促销}]\n"
                + RandomRules.yaml(300, new java.util.Random(7))
                    .replaceFirst("(?s).*rules:", "rules:")
                    .replaceAll("(?m)^.*(regex|none|any|time|reputation|prefix|link).*\n", ""));
    RuleMatcher matcher = rules.matcher();
    Message message = Sms.sms("今晚回家吃饭吗 see www.friend.cn/a at 6").from("13700000001").message();
    TextViews views = new TextViews();
    views.read(message.text().value());
    Observations seen = new Observations();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    for (int i = 0; i < 1000; i++) {
      matcher.match(message, views, seen);
    }

    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < 10_000; i++) {
      matcher.match(message, views, seen);
    }
    long allocated = threads.getThreadAllocatedBytes(thread) - before;

    assertThat(matcher.match(message, views, seen).isEmpty()).isTrue();
    assertThat(allocated / 10_000).isZero();
  }

  @Test
  void aRuleThatThrowsSilencesNeitherTheMessageNorItsNeighbours() {
    LiteralPool literals = new LiteralPool();
    Condition word = new TextCondition(List.of(literals.written("word").orElseThrow()));
    Condition broken =
        new Condition() {
          @Override
          public boolean holds(Facts facts) {
            throw new IllegalStateException("broken");
          }

          @Override
          public Anchors anchors() {
            return Anchors.NONE;
          }
        };

    RuleHits hits =
        match(rules(List.of(rule(1, broken), rule(2, word)), literals).matcher(), "a word");

    assertThat(hits.others())
        .extracting(Finding::code)
        .containsExactly("RULE_2", RuleSet.RULE_FAILED);
    assertThat(hits.others().get(1).reasonEn()).isEqualTo("rule RULE_1 failed");
  }
}
