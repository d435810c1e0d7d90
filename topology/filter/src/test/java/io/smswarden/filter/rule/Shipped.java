package io.smswarden.filter.rule;

import io.smswarden.filter.Filter;
import io.smswarden.filter.model.Example;
import io.smswarden.filter.model.TextModel;
import io.smswarden.filter.model.TextModelTrainer;
import io.smswarden.filter.verdict.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shipped signals with a small model of its own, so that no weight of either matters here. */
final class Shipped {

  static final Filter FILTER = Filter.of(model());

  private Shipped() {}

  static RuleSet read(String yaml) {
    return RuleSet.read(yaml, FILTER.table());
  }

  private static TextModel model() {
    List<Example> examples = new ArrayList<>();
    List.of("大促销满减优惠", "全场特价抢购", "big sale today only", "special offer buy now", "新店开业打折", "会员日优惠券")
        .forEach(text -> examples.add(new Example(text, true, Optional.of(Category.ADVERT))));
    List.of("转账到安全账户", "点击链接领奖", "you won a prize claim now", "verify your card number")
        .forEach(text -> examples.add(new Example(text, true, Optional.of(Category.FRAUD))));
    List.of("晚上回家吃饭", "明天开会", "see you tomorrow", "are you home yet", "孩子放学了", "周末爬山吗")
        .forEach(text -> examples.add(new Example(text, false, Optional.of(Category.NORMAL))));
    List.of("您的账单已出请按时还款", "your bill is due on friday")
        .forEach(
            text ->
                examples.add(new Example(text, false, Optional.of(Category.COLLECTION_LAWFUL))));
    return new TextModelTrainer(1).train(examples);
  }
}
