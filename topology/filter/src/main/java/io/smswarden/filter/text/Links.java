package io.smswarden.filter.text;

import java.util.Arrays;

/**
 * The links of one folded text, found in one pass over its full stops. A buffer to use again; not
 * safe for use by many threads.
 */
public final class Links {

  /** The shortest host: one letter, a full stop, two letters. */
  private static final int SHORTEST = 4;

  private int[] spans = new int[8];
  private int[] hosts = new int[8];
  private int count;

  /** Finds the links of a text; the work is proportional to its length. */
  public void find(MappedText folded) {
    count = 0;
    int length = folded.length();
    char[] chars = folded.array();
    int done = 0;
    for (int i = 1; i + 1 < length; i++) {
      if (chars[i] != '.' || !isHostChar(chars[i - 1])) {
        continue;
      }
      int start = i;
      while (start > done && isHostPart(folded.charAt(start - 1))) {
        start--;
      }
      int end = hostPartEnd(folded, i);
      if (found(folded, trimStart(folded, start), trimEnd(folded, start, end), done)) {
        done = spans[2 * count - 1];
        i = done - 1;
      } else {
        done = end;
        i = end - 1;
      }
    }
  }

  private boolean found(MappedText folded, int firstStart, int firstEnd, int from) {
    int start = schemeStart(folded, firstStart, from);
    boolean scheme = start < firstStart;
    int hostStart = firstStart;
    int hostEnd = firstEnd;
    if (!scheme && hostStart > from && folded.charAt(hostStart - 1) == '@') {
      return false; // a mail address
    }
    int length = folded.length();
    if (scheme && hostEnd < length && folded.charAt(hostEnd) == '@') {
      // What stands before @ is a user name made to look like a host (RFC 3986, 7.6).
      hostStart = hostEnd + 1;
      hostEnd = trimEnd(folded, hostStart, hostPartEnd(folded, hostStart));
    }
    int end = hostEnd;
    while (end < length && isPathChar(folded.charAt(end), end == hostEnd)) {
      end++;
    }
    while (end > hostEnd && ".:;!?".indexOf(folded.charAt(end - 1)) >= 0) {
      end--; // ends the sentence, not the link
    }
    boolean path = end > hostEnd && folded.charAt(hostEnd) == '/';
    if (hostEnd - hostStart < SHORTEST
        || !HostNames.isHost(folded, hostStart, hostEnd, scheme || path)) {
      return false;
    }
    if (count * 2 == spans.length) {
      spans = Arrays.copyOf(spans, count * 4);
      hosts = Arrays.copyOf(hosts, count * 4);
    }
    spans[2 * count] = start;
    spans[2 * count + 1] = end;
    hosts[2 * count] = hostStart;
    hosts[2 * count + 1] = hostEnd;
    count++;
    return true;
  }

  private static int hostPartEnd(MappedText folded, int start) {
    int end = start;
    while (end < folded.length() && isHostPart(folded.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where "http://" and its like before the host start; the host's start without one. */
  private static int schemeStart(MappedText folded, int hostStart, int from) {
    int at = hostStart;
    if (at >= from + 3 && folded.charAt(at - 1) == '/' && folded.charAt(at - 2) == '/') {
      at -= 2;
      if (folded.charAt(at - 1) == ':') {
        at--;
      }
      int letters = at;
      while (letters > from && at - letters < 5 && isLetter(folded.charAt(letters - 1))) {
        letters--;
      }
      return letters;
    }
    return hostStart;
  }

  private static int trimStart(MappedText folded, int start) {
    int at = start;
    while (folded.charAt(at) == '.' || folded.charAt(at) == '-') {
      at++;
    }
    return at;
  }

  private static int trimEnd(MappedText folded, int start, int end) {
    int at = end;
    while (at > start && (folded.charAt(at - 1) == '.' || folded.charAt(at - 1) == '-')) {
      at--;
    }
    return at;
  }

  private static boolean isPathChar(char c, boolean first) {
    if (first) {
      return c == '/' || c == ':' || c == '?';
    }
    return (c > ' ' && c < 0x7F && "[]()<>\"'".indexOf(c) < 0 && c != ',') || c == '@';
  }

  private static boolean isHostPart(char c) {
    return isHostChar(c) || c == '.' || c == '-';
  }

  private static boolean isHostChar(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** How many links there are. */
  public int count() {
    return count;
  }

  /** Where a link starts in the folded text; behind every text when there is no such link. */
  int start(int link) {
    return link < count ? spans[2 * link] : Integer.MAX_VALUE;
  }

  /** Where a link ends in the folded text. */
  int end(int link) {
    return spans[2 * link + 1];
  }

  /** Start and end of each link in the folded text, one behind the other. */
  public int[] spans() {
    return spans;
  }

  /** Start and end of each link's host in the folded text, one behind the other. */
  public int[] hosts() {
    return hosts;
  }

  /** Where a link's host starts in the folded text. */
  public int hostStart(int link) {
    return hosts[2 * link];
  }

  /** Where a link's host ends in the folded text. */
  public int hostEnd(int link) {
    return hosts[2 * link + 1];
  }
}
