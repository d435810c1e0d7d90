package io.smswarden.filter.text;

import java.util.Arrays;

/**
 * A reusable buffer of normalised characters, each with the UTF-16 span of the original text it
 * came from. Starts and ends never decrease along the text. Not safe for use by many threads.
 */
public final class MappedText implements CharSequence {

  private char[] chars = new char[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int length;

  /** Empties the buffer and keeps its memory. */
  public void clear() {
    length = 0;
  }

  /**
   * Appends one character.
   *
   * @param c the normalised character
   * @param start first UTF-16 offset of its origin
   * @param end offset behind its origin
   */
  public void append(char c, int start, int end) {
    int at = length;
    if (at == chars.length) {
      grow();
    }
    chars[at] = c;
    starts[at] = start;
    ends[at] = end;
    length = at + 1;
  }

  /** Where the character's origin starts in the original text. */
  public int start(int index) {
    return starts[index];
  }

  /** Where the character's origin ends in the original text. */
  public int end(int index) {
    return ends[index];
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  /** The characters themselves; valid below {@link #length()} until the next change. */
  public char[] array() {
    return chars;
  }

  void shorten(int newLength) {
    length = newLength;
  }

  /** Copies a character with its origin to a place before it. */
  void move(int from, int to) {
    chars[to] = chars[from];
    starts[to] = starts[from];
    ends[to] = ends[from];
  }

  void set(int index, char c) {
    chars[index] = c;
  }

  private void grow() {
    int capacity = chars.length * 2;
    chars = Arrays.copyOf(chars, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
  }
}
