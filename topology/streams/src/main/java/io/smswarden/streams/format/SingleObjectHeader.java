package io.smswarden.streams.format;

/** What stands before a single-object encoded record: the marker and the schema's fingerprint. */
final class SingleObjectHeader {

  static final short MARKER = (short) 0xC301;

  /** In bytes. */
  static final int LENGTH = 10;

  private SingleObjectHeader() {}
}
