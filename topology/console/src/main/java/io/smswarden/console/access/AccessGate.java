package io.smswarden.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Role;
import io.smswarden.console.http.Routes;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Knows callers by the cookie of their session, or by their API key. */
final class AccessGate implements Gate {

  static final String COOKIE = "smswarden";
  private static final String CSRF = "X-CSRF-Token";
  private static final String SESSION = "smswarden.session";
  private static final String BEARER = "Bearer ";
  private static final Set<HandlerType> SAFE =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
  private static final String HSTS = "max-age=31536000; includeSubDomains";
  private static final String CONTENT =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final AccessSettings settings;
  private final AccountsFile accounts;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final Throttle wrongKeys;

  AccessGate(
      AccessSettings settings,
      AccountsFile accounts,
      Sessions sessions,
      AuditTrail audit,
      InstantSource clock) {
    this.settings = settings;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
    this.wrongKeys = new Throttle(20, Duration.ofMinutes(15), clock);
  }

  @Override
  public void meet(Context request) {
    request.header(Header.CONTENT_SECURITY_POLICY, CONTENT);
    request.header(Header.X_CONTENT_TYPE_OPTIONS, "nosniff");
    request.header(Header.X_FRAME_OPTIONS, "DENY");
    request.header(Header.REFERRER_POLICY, "no-referrer");
    request.header(Header.CROSS_ORIGIN_OPENER_POLICY, "same-origin");
    request.header(Header.CROSS_ORIGIN_RESOURCE_POLICY, "same-origin");
    if (request.path().startsWith(Routes.API)) {
      request.header(Header.CACHE_CONTROL, "no-store");
    }
    if (settings.front().secure(request)) {
      request.header(Header.STRICT_TRANSPORT_SECURITY, HSTS);
    }
  }

  @Override
  public Optional<Caller> caller(Context request) {
    String authorization = request.header(Header.AUTHORIZATION);
    if (authorization != null) {
      return Optional.of(byHeader(request, authorization));
    }
    return session(request)
        .map(
            session -> {
              if (!SAFE.contains(request.method())) {
                settings.front().checkOrigin(request);
                checkToken(request, session);
              }
              request.attribute(SESSION, session);
              return new Caller(
                  session.user(), session.role(), Optional.empty(), Optional.of(address(request)));
            });
  }

  private Caller byHeader(Context request, String authorization) {
    return key(authorization)
        .map(
            key ->
                new Caller(key.name(), key.role(), key.subscriber(), Optional.of(address(request))))
        .orElseThrow(() -> refused(request));
  }

  /** The key of an Authorization header; empty when it is not good. */
  private Optional<ApiKey> key(String authorization) {
    return Optional.of(authorization)
        .filter(header -> header.startsWith(BEARER))
        .flatMap(header -> KeySecret.parse(header.substring(BEARER.length()).strip()))
        .flatMap(
            secret -> accounts.current().key(secret.id()).filter(key -> secret.fits(key.hash())))
        .filter(key -> key.goodAt(clock.instant()));
  }

  @Override
  public boolean stillAdmits(Context request) {
    String authorization = request.header(Header.AUTHORIZATION);
    return authorization == null
        ? sessionOf(request)
            .filter(session -> sessions.isOpen(session.id()))
            .flatMap(this::current)
            .isPresent()
        : key(authorization).isPresent();
  }

  private ProblemException refused(Context request) {
    return wrongKeys
        .attempt(address(request))
        .map(
            wait ->
                ProblemException.later(
                    HttpStatus.TOO_MANY_REQUESTS, "too many keys that are not good", wait))
        .orElseGet(
            () ->
                ProblemException.of(
                    HttpStatus.UNAUTHORIZED, "the API key is not good, or no longer"));
  }

  /** The session of a request; one whose account is gone or has another password has ended. */
  private Optional<Session> session(Context request) {
    String id = request.cookie(COOKIE);
    if (id == null) {
      return Optional.empty();
    }
    return sessions
        .use(id)
        .flatMap(
            session -> {
              Optional<Session> current = current(session);
              if (current.isEmpty()) {
                sessions.close(id);
              }
              return current;
            });
  }

  private Optional<Session> current(Session session) {
    if (session.password().isEmpty()) {
      return Optional.of(session);
    }
    return accounts
        .current()
        .account(session.user())
        .filter(account -> account.password().equals(session.password().get()))
        .map(account -> session.withRole(account.role()));
  }

  private static void checkToken(Context request, Session session) {
    String sent = Optional.ofNullable(request.header(CSRF)).orElse("");
    if (!MessageDigest.isEqual(sent.getBytes(UTF_8), session.csrf().getBytes(UTF_8))) {
      throw ProblemException.of(
          HttpStatus.FORBIDDEN, "send the session's csrf as the header " + CSRF);
    }
  }

  @Override
  public void audit(Caller caller, String action, String subject, String detail) {
    audit.write(caller, action, subject, detail);
  }

  /** The session of an admitted request; empty when it has an API key. */
  static Optional<Session> sessionOf(Context request) {
    return Optional.ofNullable(request.attribute(SESSION));
  }

  String address(Context request) {
    return settings.front().address(request);
  }

  /** Signs in: whatever session there was before has ended. */
  Session open(Context request, String user, Role role, Optional<String> password) {
    close(request);
    Session session = sessions.open(user, role, password);
    request.cookie(cookie(request, session.id(), -1));
    request.attribute(SESSION, session);
    return session;
  }

  void close(Context request) {
    Optional.ofNullable(request.cookie(COOKIE)).ifPresent(sessions::close);
    request.cookie(cookie(request, "", 0));
  }

  private Cookie cookie(Context request, String value, int seconds) {
    return new Cookie(
        COOKIE, value, "/", seconds, settings.front().secure(request), true, null, SameSite.STRICT);
  }
}
