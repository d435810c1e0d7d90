package io.smswarden.app.command.report;

import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;

/** The same in both languages of the page. */
record Words(String zh, String en) {

  /** What is written alike in both, such as a name. */
  static Words same(String text) {
    return new Words(text, text);
  }

  static Words of(Category category) {
    return switch (category) {
      case COLLECTION_LAWFUL -> new Words("合法催收", "lawful collection");
      case COLLECTION_ABUSIVE -> new Words("暴力催收", "abusive collection");
      case FRAUD -> new Words("诈骗", "fraud");
      case PII_REQUEST -> new Words("索要个人信息", "personal data");
      case IMPERSONATION -> new Words("冒充身份", "impersonation");
      case LOAN_AD -> new Words("贷款广告", "loan advert");
      case ADVERT -> new Words("商业广告", "advert");
      case GAMBLING_ADULT -> new Words("赌博色情", "gambling, adult");
      case NORMAL -> new Words("正常", "normal");
    };
  }

  static Words of(Action action) {
    return switch (action) {
      case ALLOW -> new Words("放行", "allowed");
      case WARN -> new Words("警告", "warned");
      case BLOCK -> new Words("拦截", "blocked");
    };
  }

  /** What a label is called. */
  static Words label(boolean unwanted) {
    return unwanted ? new Words("垃圾短信", "spam") : new Words("正常短信", "ham");
  }
}
