package io.smswarden.filter.text;

/** Folds a text into the first view: one script, one case, nothing invisible. One pass. */
final class Folder {

  private static final FoldTable TABLE = FoldTable.get();

  private boolean chinese;

  /** Whether the last folded text has Chinese in it. */
  boolean chinese() {
    return chinese;
  }

  void fold(String text, MappedText into) {
    into.clear();
    chinese = hasChinese(text);
    int length = text.length();
    int at = 0;
    while (at < length) {
      char c = text.charAt(at);
      int next = at + 1;
      char folded;
      if (c >= 'A' && c <= 'W' && isPlaceholder(text, at, into)) {
        at += Placeholder.lengthAt(text, at, chinese);
        continue;
      }
      if (Character.isHighSurrogate(c)
          && next < length
          && Character.isLowSurrogate(text.charAt(next))) {
        folded = TABLE.supplementary(Character.toCodePoint(c, text.charAt(next)));
        next++;
      } else {
        folded = TABLE.basic(c);
      }
      if (FoldTable.expands(folded)) {
        String expansion = TABLE.expansion(folded);
        for (int i = 0; i < expansion.length(); i++) {
          into.append(expansion.charAt(i), at, next);
        }
      } else if (folded != FoldTable.DROPPED) {
        into.append(folded, at, next);
      }
      at = next;
    }
  }

  private boolean isPlaceholder(String text, int at, MappedText into) {
    char stands = Placeholder.standsFor(text, at, chinese);
    if (stands == Placeholder.NONE) {
      return false;
    }
    if (stands != Placeholder.NOTHING) {
      into.append(stands, at, at + Placeholder.lengthAt(text, at, chinese));
    }
    return true;
  }

  private static boolean hasChinese(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u3400' && c <= '\u9FFF') {
        return true;
      }
    }
    return false;
  }
}
