package io.smswarden.filter.text;

import java.util.Arrays;

/**
 * A reusable buffer of normalised characters, each with the UTF-16 span of the original text it
 * came from. Starts and ends never decrease along the text. Not safe for use by many threads.
 */
public final class MappedText implements CharSequence {

  private char[] chars = new char[256];
  private long[] origins = new long[256];
  private int length;

  /** A span of the original text as one number: its end in the low 32 bits. */
  static long origin(int start, int end) {
    return ((long) start << 32) | end;
  }

  static int startOf(long origin) {
    return (int) (origin >>> 32);
  }

  static int endOf(long origin) {
    return (int) origin;
  }

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
    reserve(length + 1);
    chars[length] = c;
    origins[length++] = origin(start, end);
  }

  /** Where the character's origin starts in the original text. */
  public int start(int index) {
    return startOf(origins[index]);
  }

  /** Where the character's origin ends in the original text. */
  public int end(int index) {
    return endOf(origins[index]);
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

  /** The origins of the characters, see {@link #origin}. */
  long[] origins() {
    return origins;
  }

  /** Makes room for so many characters in all; the arrays may be others afterwards. */
  void reserve(int capacity) {
    if (capacity > chars.length) {
      int room = Math.max(capacity, chars.length * 2);
      chars = Arrays.copyOf(chars, room);
      origins = Arrays.copyOf(origins, room);
    }
  }

  /** Says how many characters of the arrays are the text. */
  void setLength(int characters) {
    length = characters;
  }

  /** Copies a character with its origin to a place before it. */
  void move(int from, int to) {
    chars[to] = chars[from];
    origins[to] = origins[from];
  }

  void set(int index, char c) {
    chars[index] = c;
  }
}
