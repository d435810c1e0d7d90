package io.smswarden.filter.text;

/**
 * Makes the fourth view from the first: punctuation, short service numbers and the hosts of links
 * as written, all other digits as 0, paths of links left out. What tells a bank's notice from an
 * advert often stands here.
 */
final class DetailView {

  private static final int SHORTEST_SERVICE = 3;
  private static final int LONGEST_SERVICE = 6;

  /** Characters written before and behind a link's host. */
  private static final int AROUND_HOST = 2;

  private DetailView() {}

  static void make(MappedText folded, Links links, boolean chinese, MappedText into) {
    byte[] traits = Kind.traits();
    int length = folded.length();
    char[] in = folded.array();
    long[] from = folded.origins();
    into.reserve(length + AROUND_HOST * links.count());
    char[] out = into.array();
    long[] origins = into.origins();
    int written = 0;
    int link = 0;
    int nextLink = links.start(0);
    for (int i = 0; i < length; i++) {
      char c = in[i];
      int kind = traits[c] & Kind.MASK;
      if (i == nextLink) {
        into.setLength(written);
        copyHost(folded, links.hostStart(link), links.hostEnd(link), into);
        written = into.length();
        i = links.end(link) - 1;
        nextLink = links.start(++link);
        continue;
      }
      if (kind == Kind.DIGIT) {
        int end = digitsEnd(in, i, length);
        boolean service = end - i >= SHORTEST_SERVICE && end - i <= LONGEST_SERVICE;
        for (; i < end; i++) {
          out[written] = service ? in[i] : '0';
          origins[written++] = from[i];
        }
        i--;
        continue;
      }
      if (kind == Kind.SPACE) {
        if (written == 0 || i + 1 >= length || !betweenWords(out[written - 1], in[i + 1])) {
          continue;
        }
      } else if (c == 'x' && chinese) {
        c = '0';
      }
      out[written] = c;
      origins[written++] = from[i];
    }
    into.setLength(written);
  }

  private static void copyHost(MappedText folded, int start, int end, MappedText into) {
    into.append(Placeholder.LINK, folded.start(start), folded.end(start));
    for (int i = start; i < end; i++) {
      into.append(folded.charAt(i), folded.start(i), folded.end(i));
    }
    into.append('/', folded.start(end - 1), folded.end(end - 1));
  }

  private static int digitsEnd(char[] text, int start, int length) {
    int end = start;
    while (end < length && Kind.of(text[end]) == Kind.DIGIT) {
      end++;
    }
    return end;
  }

  /** A blank counts once, and only where no Chinese stands beside it. */
  private static boolean betweenWords(char written, char next) {
    byte before = Kind.of(written);
    byte after = Kind.of(next);
    return before != Kind.SPACE && before != Kind.HAN && after != Kind.SPACE && after != Kind.HAN;
  }
}
