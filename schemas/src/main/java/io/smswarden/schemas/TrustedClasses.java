package io.smswarden.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Avro creates by name only classes it was told to trust, since a schema that came with data can
 * name any. Whoever reads or builds records of this package calls {@link #trust()} first.
 */
public final class TrustedClasses {

  static {
    String ours = TrustedClasses.class.getPackageName();
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getPackageName().equals(ours)));
  }

  private TrustedClasses() {}

  /** Has Avro trust the records of this package; more than once is no harm. */
  public static void trust() {
    // The class's initialisation does it, once.
  }
}
