package io.smswarden.streams;

import io.smswarden.filter.Filter;
import io.smswarden.filter.model.Example;
import io.smswarden.filter.model.TextModel;
import io.smswarden.filter.model.TextModelTrainer;
import io.smswarden.filter.verdict.Category;
import java.util.List;
import java.util.Optional;

/** A filter with a model that finds nothing unwanted in these tests' words. */
final class RuledJudge {

  private static final TextModel MODEL =
      new TextModelTrainer(1)
          .train(
              List.of(
                  example("hello", false),
                  example("hello a word", false),
                  example("a word", false),
                  example("hello friend", false),
                  example("大促销满减优惠", true),
                  example("全场特价抢购", true),
                  example("会员日优惠券", true),
                  example("新店开业打折", true)));

  private RuledJudge() {}

  static Filter filter() {
    return Filter.of(MODEL);
  }

  private static Example example(String text, boolean unwanted) {
    return new Example(
        text, unwanted, Optional.of(unwanted ? Category.ADVERT : Category.NORMAL));
  }
}
