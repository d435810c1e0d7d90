package io.smswarden.console.access;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords by Argon2id. Safe for use by many threads. */
public final class Passwords {

  /** Characters that a new password has at least. */
  public static final int SHORTEST = 12;

  /** And at most, so that nobody has megabytes hashed. */
  static final int LONGEST = 128;

  // OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two iterations, one lane.
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;

  /** Each takes 19 MiB: sign-ins that come all at once wait for each other. */
  private static final int AT_ONCE = 4;

  private final Argon2PasswordEncoder encoder;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final String nobodys;

  /** Passwords. */
  public Passwords() {
    encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ITERATIONS);
    nobodys = encoder.encode("nobody's");
  }

  /**
   * The hash of a new password, in the PHC string format.
   *
   * @throws IllegalArgumentException when it is too short or too long
   */
  public String hash(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a password has %d to %d characters".formatted(SHORTEST, LONGEST));
    }
    return inTurn(() -> encoder.encode(password));
  }

  boolean fits(String password, String hash) {
    return password.length() <= LONGEST && inTurn(() -> matches(password, hash));
  }

  /** Takes as long as to look whether a password fits. */
  void spendTime(String password) {
    boolean unused = fits(password, nobodys);
  }

  private boolean matches(String password, String hash) {
    try {
      return encoder.matches(password, hash);
    } catch (IllegalArgumentException e) {
      // Not a hash of ours: nothing fits.
      return false;
    }
  }

  private <T> T inTurn(java.util.function.Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
