package io.smswarden.filter.text;

/** Folds a text into the first view: one script, one case, nothing invisible. One pass. */
final class Folder {

  private static final FoldTable TABLE = FoldTable.get();

  private char[] source = new char[256];
  private boolean chinese;

  /** Whether the last folded text has Chinese in it. */
  boolean chinese() {
    return chinese;
  }

  void fold(String text, MappedText into) {
    int length = text.length();
    if (length > source.length) {
      source = new char[Math.max(length, source.length * 2)];
    }
    text.getChars(0, length, source, 0);
    chinese = hasChinese(length);
    into.reserve(length);
    char[] table = TABLE.basic();
    char[] from = source;
    char[] chars = into.array();
    long[] origins = into.origins();
    int written = 0;
    for (int at = 0; at < length; at++) {
      char c = from[at];
      char folded = table[c];
      boolean word = c >= 'A' && c <= 'W' && Placeholder.mayStart(from, at, length);
      if (!word && FoldTable.isPlain(folded)) {
        chars[written] = folded;
        origins[written++] = MappedText.origin(at, at + 1);
        continue;
      }
      into.setLength(written);
      int taken = word ? placeholder(text, at, into) : 0;
      if (taken == 0) {
        taken = rare(folded, at, length, into);
      }
      at += taken - 1;
      written = into.length();
      into.reserve(written + length - at);
      chars = into.array();
      origins = into.origins();
    }
    into.setLength(written);
  }

  /** Folds what a table of characters can't; gives how many UTF-16 units it took. */
  private int rare(char folded, int at, int length, MappedText into) {
    char written = folded;
    int end = at + 1;
    if (folded == FoldTable.SURROGATE) {
      written = FoldTable.SYMBOL;
      if (end < length && Character.isSurrogatePair(source[at], source[end])) {
        written = TABLE.supplementary(Character.toCodePoint(source[at], source[end++]));
      }
    }
    if (FoldTable.expands(written)) {
      String expansion = TABLE.expansion(written);
      for (int i = 0; i < expansion.length(); i++) {
        into.append(expansion.charAt(i), at, end);
      }
    } else if (written != FoldTable.DROPPED) {
      into.append(written, at, end);
    }
    return end - at;
  }

  /** Writes what an anonymising word stands for; gives its length, or 0 where there is none. */
  private int placeholder(String text, int at, MappedText into) {
    int length = Placeholder.lengthAt(text, at, chinese);
    if (length > 0) {
      char stands = Placeholder.standsFor(text, at, chinese);
      if (stands != Placeholder.NOTHING) {
        into.append(stands, at, at + length);
      }
    }
    return length;
  }

  private boolean hasChinese(int length) {
    char[] from = source;
    for (int i = 0; i < length; i++) {
      if (from[i] >= '\u3400' && from[i] <= '\u9FFF') {
        return true;
      }
    }
    return false;
  }
}
