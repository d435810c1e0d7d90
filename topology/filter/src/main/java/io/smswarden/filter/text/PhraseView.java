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
   * @param links the links of the first view
   * @return whether there may be a {@link ContactWord} to put back
   */
  static boolean make(MappedText folded, Links links, MappedText into) {
    byte[] traits = Kind.traits();
    int length = folded.length();
    char[] in = folded.array();
    long[] from = folded.origins();
    into.reserve(length);
    char[] out = into.array();
    long[] origins = into.origins();
    int link = 0;
    int nextLink = links.start(0);
    int written = 0;
    int last = Kind.PUNCTUATION;
    boolean gap = false;
    int wordStart = 0;
    int lone = 0;
    boolean spacedOut = false;
    boolean contact = false;
    for (int i = 0; i < length; i++) {
      char c = in[i];
      long origin = from[i];
      int trait = traits[c];
      int kind = trait & Kind.MASK;
      if (i == nextLink) {
        i = links.end(link) - 1;
        nextLink = links.start(++link);
        c = Placeholder.LINK;
        kind = Kind.CLASS;
        origin = MappedText.origin(MappedText.startOf(origin), MappedText.endOf(from[i]));
      } else if (kind == Kind.SPACE) {
        gap = true;
        continue;
      } else if (kind == Kind.PUNCTUATION || kind == Kind.DIGIT) {
        char letter = disguisedLetter(in, i, length);
        if (letter != 0) {
          c = letter;
          kind = Kind.LETTER;
        } else if (kind == Kind.PUNCTUATION) {
          gap |= c != '\'';
          continue;
        }
      }
      if (!isWord(kind)) {
        lone = 0;
        wordStart = written + 1;
      } else if (gap && isWord(last)) {
        lone = written - wordStart == 1 && isLetter(out[wordStart]) ? lone + 1 : 0;
        spacedOut |= lone >= SPACED_OUT - 1;
        out[written] = ' ';
        origins[written] = blank(origins[written - 1], origin);
        wordStart = ++written;
      }
      if ((trait & Kind.CONTACT) != 0 && written > 0) {
        contact |= ContactWord.isLikely(out[written - 1], c);
      }
      gap = false;
      last = kind;
      out[written] = c;
      origins[written++] = origin;
    }
    into.setLength(written);
    if (spacedOut) {
      joinSpacedOut(into);
    }
    return contact || spacedOut;
  }

  /** The origin of a blank between two words; the next one's when nothing stands between. */
  private static long blank(long before, long next) {
    int start = MappedText.endOf(before);
    int end = MappedText.startOf(next);
    return start < end ? MappedText.origin(start, end) : next;
  }

  /** A digit or sign between two Latin letters that stands for a letter; 0 for none. */
  private static char disguisedLetter(char[] text, int at, int length) {
    if (at == 0 || at + 1 >= length || !isLetter(text[at - 1]) || !isLetter(text[at + 1])) {
      return 0;
    }
    return switch (text[at]) {
      case '0' -> 'o';
      case '1', '!', '|' -> 'i';
      case '3' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '7' -> 't';
      default -> 0;
    };
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
    text.setLength(written);
  }

  private static boolean isLoneLetter(MappedText text, int at, int length) {
    return at < length
        && isLetter(text.charAt(at))
        && (at == 0 || !isWord(Kind.of(text.charAt(at - 1))))
        && (at + 1 == length || text.charAt(at + 1) == ' ');
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isWord(int kind) {
    return kind == Kind.LETTER || kind == Kind.DIGIT;
  }
}
