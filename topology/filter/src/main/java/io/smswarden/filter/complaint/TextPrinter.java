package io.smswarden.filter.complaint;

import com.google.common.hash.Hashing;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;
import java.util.Arrays;

/** Makes prints of texts. Not safe for use by many threads. */
public final class TextPrinter {

  /** Characters of a shingle: they fill a long, and four Latin letters are rarely of two texts. */
  private static final int SHINGLE = 4;

  private static final long[] SEEDS = seeds();

  private final TextViews views = new TextViews();

  /** The print of a text: of its letters and digits, in one script, one case. */
  public TextPrint of(String text) {
    char[] compact = compact(text);
    long hash = Hashing.farmHashFingerprint64().hashUnencodedChars(new String(compact)).asLong();
    long[] shingles = shingles(compact);
    short[] sketch = new short[TextPrint.VALUES];
    for (int i = 0; i < sketch.length; i++) {
      long least = Long.MAX_VALUE;
      for (long shingle : shingles) {
        least = Math.min(least, mix(shingle ^ SEEDS[i]));
      }
      // The minimum is small in its upper bits; the lower ones tell it from others.
      sketch[i] = (short) least;
    }
    return new TextPrint(hash, sketch, shingles.length);
  }

  private char[] compact(String text) {
    views.read(text);
    MappedText folded = views.folded();
    char[] kept = new char[folded.length()];
    int length = 0;
    for (int i = 0; i < folded.length(); i++) {
      if (Character.isLetterOrDigit(folded.charAt(i))) {
        kept[length++] = folded.charAt(i);
      }
    }
    return Arrays.copyOf(kept, length);
  }

  /** Each once. A text that is shorter than a shingle is one. */
  private static long[] shingles(char[] text) {
    if (text.length == 0) {
      return new long[0];
    }
    int count = Math.max(1, text.length - SHINGLE + 1);
    long[] all = new long[count];
    for (int start = 0; start < count; start++) {
      for (int i = start; i < Math.min(start + SHINGLE, text.length); i++) {
        all[start] = all[start] << Character.SIZE | text[i];
      }
    }
    Arrays.sort(all);
    int different = 1;
    for (int i = 1; i < count; i++) {
      if (all[i] != all[i - 1]) {
        all[different++] = all[i];
      }
    }
    return Arrays.copyOf(all, different);
  }

  private static long[] seeds() {
    long[] seeds = new long[TextPrint.VALUES];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = mix(i + 1);
    }
    return seeds;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014): a bijection of 64 bits. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
