package io.smswarden.filter.rule;

import io.smswarden.filter.verdict.Action;
import java.util.Locale;

/** An explanation in two languages. */
record Reason(String zh, String en) {

  /** What a rule's effect adds to its explanation; a weight in force is told by the finding. */
  static String effectZh(Rule.Effect effect) {
    if (effect.shadow()) {
      return effect
          .action()
          .map(action -> "（试运行：未生效，否则直接" + zh(action) + "）")
          .orElseGet(() -> "（试运行：未生效，否则权重为 %s）".formatted(weight(effect)));
    }
    return effect.action().map(action -> "（规则直接" + zh(action) + "）").orElse("");
  }

  static String effectEn(Rule.Effect effect) {
    if (effect.shadow()) {
      return effect
          .action()
          .map(action -> " (shadow: would have forced " + action + ")")
          .orElseGet(() -> " (shadow: would have weighed %s)".formatted(weight(effect)));
    }
    return effect.action().map(action -> " (the rule forces " + action + ")").orElse("");
  }

  private static String weight(Rule.Effect effect) {
    return String.format(Locale.ROOT, "%+.2f", effect.weight());
  }

  private static String zh(Action action) {
    return switch (action) {
      case ALLOW -> "放行";
      case WARN -> "提醒";
      case BLOCK -> "拦截";
    };
  }
}
