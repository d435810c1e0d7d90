package io.smswarden.filter.text;

/**
 * Makes the fourth view from the first: punctuation, short service numbers and the hosts of links
 * as written, all other digits as 0, paths of links left out. What tells a bank's notice from an
 * advert often stands here.
 */
final class DetailView {

  private static final int SHORTEST_SERVICE = 3;
  private static final int LONGEST_SERVICE = 6;

  private DetailView() {}

  static void make(
      MappedText folded,
      int[] links,
      int[] hosts,
      int linkCount,
      boolean chinese,
      MappedText into) {
    into.clear();
    int length = folded.length();
    int link = 0;
    int i = 0;
    while (i < length) {
      if (link < linkCount && i == links[2 * link]) {
        copyHost(folded, hosts[2 * link], hosts[2 * link + 1], into);
        i = links[2 * link + 1];
        link++;
        continue;
      }
      char c = folded.charAt(i);
      int end = digitsEnd(folded, i);
      if (end > i) {
        int digits = end - i;
        boolean service = digits >= SHORTEST_SERVICE && digits <= LONGEST_SERVICE;
        for (; i < end; i++) {
          into.append(service ? folded.charAt(i) : '0', folded.start(i), folded.end(i));
        }
        continue;
      }
      if (c == ' ') {
        if (betweenWords(folded, i, into)) {
          into.append(c, folded.start(i), folded.end(i));
        }
      } else {
        into.append(c == 'x' && chinese ? '0' : c, folded.start(i), folded.end(i));
      }
      i++;
    }
  }

  private static void copyHost(MappedText folded, int start, int end, MappedText into) {
    into.append(Placeholder.LINK, folded.start(start), folded.end(start));
    for (int i = start; i < end; i++) {
      into.append(folded.charAt(i), folded.start(i), folded.end(i));
    }
    into.append('/', folded.start(end - 1), folded.end(end - 1));
  }

  private static int digitsEnd(MappedText folded, int start) {
    int end = start;
    while (end < folded.length() && Kind.of(folded.charAt(end)) == Kind.DIGIT) {
      end++;
    }
    return end;
  }

  /** A blank counts once, and only where no Chinese stands beside it. */
  private static boolean betweenWords(MappedText folded, int at, MappedText into) {
    int written = into.length();
    if (written == 0 || at + 1 >= folded.length()) {
      return false;
    }
    byte before = Kind.of(into.charAt(written - 1));
    byte after = Kind.of(folded.charAt(at + 1));
    return before != Kind.SPACE && before != Kind.HAN && after != Kind.SPACE && after != Kind.HAN;
  }
}
