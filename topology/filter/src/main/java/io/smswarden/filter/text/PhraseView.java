package io.smswarden.filter.text;

/**
 * Makes the second view from the first: links as one character, no punctuation, no blanks but
 * between words of letters and digits, spaced-out words joined, letters written as digits put back.
 */
final class PhraseView {

  /** So many letters that stand alone one behind the other are a word spaced out: "w i n". */
  private static final int SPACED_OUT = 3;

  private PhraseView() {}

  /**
   * Fills the view.
   *
   * @param links spans of links in the first view, ascending: start, end, start, end, …
   */
  static void make(MappedText folded, int[] links, int linkCount, MappedText into) {
    into.clear();
    int length = folded.length();
    int link = 0;
    boolean gap = false;
    int wordStart = 0;
    int lone = 0;
    boolean spacedOut = false;
    for (int i = 0; i < length; i++) {
      if (link < linkCount && i == links[2 * link]) {
        int end = links[2 * link + 1];
        into.append(Placeholder.LINK, folded.start(i), folded.end(end - 1));
        i = end - 1;
        link++;
        gap = false;
        lone = 0;
        wordStart = into.length();
        continue;
      }
      char c = folded.charAt(i);
      byte kind = Kind.of(c);
      if (kind == Kind.SPACE) {
        gap = true;
        continue;
      }
      if (kind == Kind.PUNCTUATION || kind == Kind.DIGIT) {
        char letter = disguisedLetter(folded, i);
        if (letter != 0) {
          c = letter;
          kind = Kind.LETTER;
        } else if (kind == Kind.PUNCTUATION) {
          gap |= c != '\'';
          continue;
        }
      }
      int written = into.length();
      if (kind != Kind.LETTER && kind != Kind.DIGIT) {
        lone = 0;
        wordStart = written + 1;
      } else if (gap && written > 0 && isWord(into.charAt(written - 1))) {
        lone = written - wordStart == 1 && isLetter(into.charAt(wordStart)) ? lone + 1 : 0;
        spacedOut |= lone >= SPACED_OUT - 1;
        appendBlank(into, folded, i);
        wordStart = written + 1;
      }
      gap = false;
      into.append(c, folded.start(i), folded.end(i));
    }
    if (spacedOut) {
      joinSpacedOut(into);
    }
  }

  /** A blank for what stood between two words; of the next character when nothing did. */
  private static void appendBlank(MappedText into, MappedText folded, int next) {
    int start = into.end(into.length() - 1);
    int end = folded.start(next);
    if (start < end) {
      into.append(' ', start, end);
    } else {
      into.append(' ', folded.start(next), folded.end(next));
    }
  }

  /** A digit or sign between two Latin letters that stands for a letter; 0 for none. */
  private static char disguisedLetter(MappedText folded, int at) {
    char letter =
        switch (folded.charAt(at)) {
          case '0' -> 'o';
          case '1', '!', '|' -> 'i';
          case '3' -> 'e';
          case '4', '@' -> 'a';
          case '5', '$' -> 's';
          case '7' -> 't';
          default -> 0;
        };
    if (letter == 0 || at == 0 || at + 1 >= folded.length()) {
      return 0;
    }
    return isLetter(folded.charAt(at - 1)) && isLetter(folded.charAt(at + 1)) ? letter : 0;
  }

  private static void joinSpacedOut(MappedText text) {
    int length = text.length();
    int written = 0;
    int i = 0;
    while (i < length) {
      int end = i;
      int letters = 0;
      while (isLoneLetter(text, end, length)) {
        letters++;
        end += 2;
      }
      if (letters >= SPACED_OUT) {
        for (int k = 0; k < letters; k++) {
          text.move(i + 2 * k, written++);
        }
        i = Math.min(end, length) - (end <= length ? 1 : 0);
      } else {
        text.move(i++, written++);
      }
    }
    text.shorten(written);
  }

  private static boolean isLoneLetter(MappedText text, int at, int length) {
    return at < length
        && isLetter(text.charAt(at))
        && (at == 0 || !isWord(text.charAt(at - 1)))
        && (at + 1 == length || text.charAt(at + 1) == ' ');
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isWord(char c) {
    byte kind = Kind.of(c);
    return kind == Kind.LETTER || kind == Kind.DIGIT;
  }
}
