package io.smswarden.filter.text;

import java.util.Set;

/** Tells host names from words around a full stop. */
public final class HostNames {

  /** Top-level domains that are no words of a sentence: enough without a scheme or path. */
  private static final Set<String> CLEAR =
      Set.of(
          ("com cn net org gov edu info biz top xyz vip cc club site shop online store icu buzz live fun ltd"
                  + " group tech app dev link click work win wang ren mobi pro loan bid men cyou sbs cfd rest"
                  + " monster quest uk tk ml ga cf gq hk tw ru io co eu de fr jp kr sg my id ph vn th au nz ca"
                  + " asia cloud space website red kim ink host press")
              .split(" "));

  /** Top-level domains that are words as well: only with a scheme or a path. */
  private static final Set<String> UNCLEAR =
      Set.of(
          "me in is it so to at be no us ly gd gl la pw tv ws im am fm sh gg ai li st su do go"
              .split(" "));

  private HostNames() {}

  /** Whether the characters read as a host; in a link that has a scheme or path, more do. */
  static boolean isHost(MappedText text, int start, int end, boolean inLink) {
    if (isAddress(text, start, end)) {
      return inLink;
    }
    int dot = end - 1;
    while (dot > start && text.charAt(dot) != '.') {
      dot--;
    }
    if (dot == start || end - dot < 3) {
      return false;
    }
    String last = text.subSequence(dot + 1, end).toString();
    return CLEAR.contains(last)
        || ((inLink || startsWithWww(text, start))
            && (UNCLEAR.contains(last) || last.startsWith("xn--")));
  }

  /** Whether a host is a dotted IPv4 address. */
  public static boolean isAddress(CharSequence text, int start, int end) {
    int dots = 0;
    int digits = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (digits == 0 || digits > 3) {
          return false;
        }
        dots++;
        digits = 0;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else {
        return false;
      }
    }
    return dots == 3 && digits > 0 && digits <= 3;
  }

  private static boolean startsWithWww(MappedText text, int start) {
    return text.charAt(start) == 'w'
        && text.charAt(start + 1) == 'w'
        && text.charAt(start + 2) == 'w';
  }
}
