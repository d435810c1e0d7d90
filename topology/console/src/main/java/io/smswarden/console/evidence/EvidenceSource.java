package io.smswarden.console.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Makes exports of evidence. */
public interface EvidenceSource {

  /** By what evidence is chosen. */
  enum By {
    /** Its sender. */
    SENDER,
    /** The subscriber who got the message. */
    SUBSCRIBER,
    /** Ids of evidence or messages, with commas between. */
    CASE
  }

  /**
   * An export that is ready to be written.
   *
   * @param verified whether all of it verifies
   */
  record Export(long records, boolean verified, Writing zip) {}

  /** Writes a ZIP. */
  interface Writing {

    /** Writes it; leaves the stream open. */
    void to(OutputStream out) throws IOException;
  }

  /**
   * Makes an export.
   *
   * @param value a sender ID, a number in E.164, or ids
   * @param author who asks for it; kept in the export
   * @return empty when there is no such evidence
   * @throws IllegalArgumentException when the value can't be that
   * @throws IllegalStateException when no evidence is kept here
   */
  Optional<Export> export(By by, String value, String author);
}
