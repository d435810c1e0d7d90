package io.smswarden.filter.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each character of the first two planes folds to, computed once from ICU's data: NFKC case
 * folding (full width, ligatures), numeric values (circled numbers), marks removed, confusables
 * (UTS #39 skeletons) to Latin, traditional to simplified.
 */
final class FoldTable {

  /** Folds to nothing: invisible, combining, control. */
  static final char DROPPED = '\uE0FE';

  /** Half of a character of another plane, or of none. */
  static final char SURROGATE = '\uE0FF';

  /** Stands for characters that say nothing: emoji, symbols, unpaired surrogates. */
  static final char SYMBOL = '\uFFFD';

  /** Stands for ideographs outside the basic plane. */
  static final char RARE_HAN = '\u3013';

  private static final char FIRST_EXPANSION = '\uE100';
  private static final char LAST_EXPANSION = '\uF8FF';
  private static final int PLANE = 0x10000;

  private final char[] basic = new char[PLANE];
  private final char[] supplementary = new char[PLANE];
  private final List<String> expansions = new ArrayList<>();

  private final Normalizer2 caseFolding = Normalizer2.getNFKCCasefoldInstance();
  private final Normalizer2 decomposition = Normalizer2.getNFKDInstance();
  private final SpoofChecker confusables = new SpoofChecker.Builder().build();
  private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");

  private static final FoldTable INSTANCE = new FoldTable();

  private FoldTable() {
    for (int c = 0; c < PLANE; c++) {
      basic[c] = Character.isSurrogate((char) c) ? SURROGATE : encode(fold(c));
    }
    Arrays.fill(supplementary, SYMBOL);
    // Beyond U+1FBF9 the plane is unassigned; scripts without confusables stay symbols.
    for (int c = 0x1D400; c <= 0x1FBF9; c++) {
      supplementary[c - PLANE] = encode(fold(c));
    }
  }

  static FoldTable get() {
    return INSTANCE;
  }

  /**
   * The folded characters, by character; where {@link #isPlain} does not hold, it is {@link
   * #DROPPED}, {@link #SURROGATE}, or stands for an {@link #expansion}. Not copied, since every
   * character of every message is looked up.
   */
  char[] basic() {
    return basic;
  }

  char supplementary(int codePoint) {
    int plane = codePoint >>> 16;
    if (plane == 1) {
      return supplementary[codePoint - PLANE];
    }
    if (plane == 0xE) {
      return DROPPED; // tags and variation selectors
    }
    return plane == 2 || plane == 3 ? RARE_HAN : SYMBOL;
  }

  /** Whether it is the folded character itself: nothing of the table is of this range. */
  static boolean isPlain(char folded) {
    return folded < DROPPED || folded > LAST_EXPANSION;
  }

  static boolean expands(char folded) {
    return folded >= FIRST_EXPANSION && folded <= LAST_EXPANSION;
  }

  String expansion(char folded) {
    return expansions.get(folded - FIRST_EXPANSION);
  }

  private char encode(String folded) {
    if (folded.isEmpty()) {
      return DROPPED;
    }
    if (folded.length() == 1) {
      return folded.charAt(0);
    }
    int known = expansions.indexOf(folded);
    if (known < 0) {
      known = expansions.size();
      if (FIRST_EXPANSION + known > LAST_EXPANSION) {
        throw new IllegalStateException("no room for the expansion of more characters");
      }
      expansions.add(folded);
    }
    return (char) (FIRST_EXPANSION + known);
  }

  private String fold(int codePoint) {
    int type = UCharacter.getType(codePoint);
    if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r' || codePoint == 0x2800) {
      return " ";
    }
    if (UCharacter.isUWhiteSpace(codePoint) || type == Character.SPACE_SEPARATOR) {
      return " ";
    }
    if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
        || type == Character.CONTROL
        || type == Character.FORMAT
        || isMark(type)) {
      return "";
    }
    if (type == UCharacterCategory.PRIVATE_USE || type == UCharacterCategory.UNASSIGNED) {
      return String.valueOf(SYMBOL);
    }
    String special = special(codePoint, type);
    if (special != null) {
      return special;
    }
    String folded = caseFolding.normalize(UCharacter.toString(codePoint));
    StringBuilder out = new StringBuilder();
    folded.codePoints().forEach(c -> appendParts(c, codePoint, out));
    return out.toString();
  }

  /** Hangul stays in syllables: they are no letters with marks, and too many to spell each out. */
  private void appendParts(int c, int original, StringBuilder out) {
    if (c >= '가' && c <= '힣') {
      out.append((char) c);
    } else {
      String parts = decomposition.normalize(UCharacter.toString(c));
      parts.codePoints().forEach(part -> appendLetter(part, original, out));
    }
  }

  /** Numbers in circles, letters in squares, brackets and full stops of other scripts. */
  private static String special(int codePoint, int type) {
    double value = UCharacter.getUnicodeNumericValue(codePoint);
    if ((type == Character.OTHER_NUMBER || type == Character.DECIMAL_DIGIT_NUMBER)
        && value >= 0
        && value <= 999
        && value == Math.rint(value)) {
      return Integer.toString((int) value);
    }
    if (codePoint >= 0x1F150 && codePoint <= 0x1F169) {
      return String.valueOf((char) ('a' + codePoint - 0x1F150));
    }
    if (codePoint >= 0x1F170 && codePoint <= 0x1F189) {
      return String.valueOf((char) ('a' + codePoint - 0x1F170));
    }
    if (codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF) {
      return String.valueOf((char) ('a' + codePoint - 0x1F1E6));
    }
    return switch (codePoint) {
      case '【', '〔', '〖', '「', '『', '［' -> "[";
      case '】', '〕', '〗', '」', '』', '］' -> "]";
      case '。', '｡', '．', '·', '•' -> ".";
      case '‘', '’', '`', '´' -> "'";
      case '／', '∕', '⁄' -> "/";
      default -> null;
    };
  }

  private void appendLetter(int c, int original, StringBuilder out) {
    if (isMark(UCharacter.getType(c))) {
      return;
    }
    if (c < 0x80) {
      out.append((char) c);
    } else if (c > Character.MAX_VALUE) {
      out.append(SYMBOL);
    } else if (Character.isIdeographic(c)) {
      String simple = simplified.transliterate(String.valueOf((char) c));
      out.append(simple.length() == 1 ? simple.charAt(0) : (char) c);
    } else if (UCharacter.getType(c) == Character.DASH_PUNCTUATION) {
      out.append('-');
    } else if (Kind.of((char) c) == Kind.LETTER) {
      out.append(latin(c, original));
    } else {
      out.append((char) c);
    }
  }

  /** A letter's Latin look-alike by its lower, else by its original case; itself without one. */
  private String latin(int lower, int original) {
    String skeleton = confusables.getSkeleton(UCharacter.toString(lower));
    if (!isLatin(skeleton)) {
      skeleton = confusables.getSkeleton(UCharacter.toString(original));
    }
    return isLatin(skeleton) ? caseFolding.normalize(skeleton) : String.valueOf((char) lower);
  }

  private static boolean isLatin(String skeleton) {
    return !skeleton.isEmpty() && skeleton.chars().allMatch(c -> c < 0x80 && Character.isLetter(c));
  }

  private static boolean isMark(int type) {
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
