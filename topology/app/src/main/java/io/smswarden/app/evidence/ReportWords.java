package io.smswarden.app.evidence;

import io.smswarden.app.evidence.Subject.Kind;

/** The report's words for what records name by a constant. */
final class ReportWords {

  private ReportWords() {}

  /** The same in two languages. */
  record Word(String zh, String en) {}

  static String zh(Kind kind) {
    return switch (kind) {
      case SENDER -> "发送方";
      case SUBSCRIBER -> "用户";
      case CASE -> "案件";
    };
  }

  static String en(Kind kind) {
    return switch (kind) {
      case SENDER -> "sender";
      case SUBSCRIBER -> "subscriber";
      case CASE -> "case";
    };
  }

  /** A category's words; one of a later version is shown by its name. */
  static Word category(String name) {
    return switch (name) {
      case "COLLECTION_LAWFUL" -> new Word("合法催收", "lawful debt collection");
      case "COLLECTION_ABUSIVE" -> new Word("违规催收", "abusive debt collection");
      case "FRAUD" -> new Word("诈骗", "fraud");
      case "PII_REQUEST" -> new Word("索要个人信息", "request for personal data");
      case "IMPERSONATION" -> new Word("冒充身份", "impersonation");
      case "LOAN_AD" -> new Word("贷款广告", "loan advert");
      case "ADVERT" -> new Word("商业广告", "advert");
      case "GAMBLING_ADULT" -> new Word("赌博色情", "gambling, adult");
      case "NORMAL" -> new Word("正常", "normal");
      default -> new Word(name, name);
    };
  }

  static Word action(String name) {
    return switch (name) {
      case "ALLOW" -> new Word("放行", "allowed");
      case "WARN" -> new Word("提醒", "warned of");
      case "BLOCK" -> new Word("拦截", "blocked");
      default -> new Word(name, name);
    };
  }

  static Word verified(boolean verified) {
    return verified
        ? new Word("（登记已核实）", "registered, verified")
        : new Word("（登记未核实）", "registered, not verified");
  }
}
