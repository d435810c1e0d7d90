package io.smswarden.console.access;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import io.smswarden.console.http.Role;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who has signed in on this instance. Kept in memory: a restart signs all out. */
final class Sessions {

  private static final int RANDOM_BYTES = 32;
  private static final int MOST = 10_000;

  private final Duration idle;
  private final Duration longest;
  private final InstantSource clock;
  private final SecureRandom random;

  /** By the hash of the id, which tells by its timing nothing of an id that is good. */
  private final Map<HashCode, Session> sessions = new ConcurrentHashMap<>();

  Sessions(Duration idle, Duration longest, InstantSource clock, SecureRandom random) {
    this.idle = idle;
    this.longest = longest;
    this.clock = clock;
    this.random = random;
  }

  Session open(String user, Role role, Optional<String> password) {
    Instant now = clock.instant();
    sessions.values().removeIf(session -> !alive(session, now));
    if (sessions.size() >= MOST) {
      sessions.entrySet().stream()
          .min(Comparator.comparing(entry -> entry.getValue().lastUsed()))
          .ifPresent(oldest -> sessions.remove(oldest.getKey()));
    }
    Session session = new Session(token(), token(), user, role, password, now, now);
    sessions.put(hash(session.id()), session);
    return session;
  }

  /** The session of a cookie, which is used now; empty when it is none, or has ended. */
  Optional<Session> use(String id) {
    Instant now = clock.instant();
    return Optional.ofNullable(
        sessions.computeIfPresent(
            hash(id), (key, session) -> alive(session, now) ? session.usedAt(now) : null));
  }

  /** Whether a session has not ended; this does not use it. */
  boolean isOpen(String id) {
    Session session = sessions.get(hash(id));
    return session != null && alive(session, clock.instant());
  }

  void close(String id) {
    sessions.remove(hash(id));
  }

  private boolean alive(Session session, Instant now) {
    return now.isBefore(session.lastUsed().plus(idle))
        && now.isBefore(session.since().plus(longest));
  }

  private String token() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return BaseEncoding.base64Url().omitPadding().encode(bytes);
  }

  private static HashCode hash(String id) {
    return Hashing.sha256().hashString(id, StandardCharsets.UTF_8);
  }
}
