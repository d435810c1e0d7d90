package io.smswarden.console.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.smswarden.console.Console;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Role;
import io.smswarden.console.http.Routes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The pages over answers written by hand, in the shapes of the API: for tests of the pages alone,
 * and to look at them without a pipeline. A user's name is its role, and any password is right but
 * {@code wrong}.
 */
final class Fixture implements Gate, Endpoints, AutoCloseable {

  private static final String COOKIE = "smswarden";
  private static final String TOKEN = "a-token";
  private static final String CURSOR = "2";
  private static final int COMPLAINTS = 33;

  private final Queue<SseClient> readers = new ConcurrentLinkedQueue<>();
  private final Queue<String> audited = new ConcurrentLinkedQueue<>();
  private final Javalin server;
  private volatile boolean restoring;
  private volatile boolean empty;
  private final AtomicInteger complaints = new AtomicInteger(COMPLAINTS);

  private Fixture(int port) {
    Console console = new Console(this, List.of(new Pages(), this));
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  console.addTo(config);
                })
            .start("127.0.0.1", port);
  }

  static Fixture start() {
    return new Fixture(0);
  }

  /** Serves until it is killed: {@code Fixture PORT}. */
  public static void main(String[] args) throws InterruptedException {
    Fixture fixture = new Fixture(Integer.parseInt(args[0]));
    for (int i = 0; ; i++) {
      Thread.sleep(2000);
      fixture.warn("live-" + i, "+8617000001111", "您的ETC已失效，请点击 etc-rz.example.com");
    }
  }

  String address() {
    return "http://127.0.0.1:%d/".formatted(server.port());
  }

  /** From now on, senders and warnings are being restored, or not any more. */
  void restoring(boolean now) {
    restoring = now;
  }

  /** From now on, all lists are empty, or not any more. */
  void empty(boolean now) {
    empty = now;
  }

  List<String> audited() {
    return List.copyOf(audited);
  }

  /** Sends a warning to all who follow the feed. */
  void warn(String id, String sender, String text) {
    ObjectNode warning = (ObjectNode) Answers.of("warnings").get("items").get(0).deepCopy();
    warning.put("id", id).put("messageId", id).put("sender", sender).put("text", text);
    warning.put("recipient", "+86138****10").put("eventTime", Answers.now());
    readers.forEach(reader -> reader.sendEvent("warning", warning.toString(), id));
  }

  @Override
  public void meet(Context request) {}

  @Override
  public Optional<Caller> caller(Context request) {
    Optional<Caller> caller =
        Optional.ofNullable(request.cookie(COOKIE))
            .map(
                role ->
                    new Caller(
                        role.toLowerCase(java.util.Locale.ROOT),
                        Role.valueOf(role),
                        Optional.empty()));
    boolean safe = request.method().name().equals("GET");
    if (caller.isPresent() && !safe && !TOKEN.equals(request.header("X-CSRF-Token"))) {
      throw ProblemException.of(HttpStatus.FORBIDDEN, "the CSRF token is missing");
    }
    return caller;
  }

  @Override
  public void audit(Caller caller, String action, String subject, String detail) {
    audited.add(action + " " + subject);
  }

  @Override
  public void addTo(Routes routes) {
    session(routes);
    reading(routes);
    rules(routes);
    writing(routes);
  }

  private void session(Routes routes) {
    routes.get(
        "/session/methods",
        Permission.PUBLIC,
        ctx -> ctx.json(Map.of("password", true, "oidc", "/api/v1/session/oidc")));
    routes.get(
        "/session", Permission.SIGNED_IN, ctx -> ctx.json(session(Routes.caller(ctx).role())));
    routes.post(
        "/session",
        Permission.PUBLIC,
        ctx -> {
          Map<?, ?> body = ctx.bodyAsClass(Map.class);
          if ("wrong".equals(body.get("password"))) {
            throw ProblemException.of(HttpStatus.UNAUTHORIZED, "user or password is wrong");
          }
          if ("often".equals(body.get("password"))) {
            throw ProblemException.later(
                HttpStatus.TOO_MANY_REQUESTS, "too many attempts", Duration.ofSeconds(30));
          }
          Role role = Role.valueOf(body.get("user").toString().toUpperCase(java.util.Locale.ROOT));
          ctx.cookie(new Cookie(COOKIE, role.name()));
          ctx.json(session(role));
        });
    routes.delete(
        "/session",
        Permission.SIGNED_IN,
        ctx -> {
          ctx.removeCookie(COOKIE);
          ctx.status(HttpStatus.NO_CONTENT);
        });
    routes.put("/session/password", Permission.SIGNED_IN, ctx -> ctx.status(HttpStatus.NO_CONTENT));
  }

  private static Map<String, Object> session(Role role) {
    return Map.of(
        "user",
        role.name().toLowerCase(java.util.Locale.ROOT),
        "role",
        role,
        "permissions",
        role.permissions(),
        "csrf",
        TOKEN,
        "language",
        "zh");
  }

  private void reading(Routes routes) {
    list(routes, "/senders/top", Permission.READ, "senders-top");
    routes.get(
        "/senders/{sender}", Permission.READ, ctx -> ctx.json(sender(ctx.pathParam("sender"))));
    list(routes, "/senders/{sender}/timeline", Permission.READ, "sender-timeline");
    list(routes, "/warnings", Permission.READ, "warnings");
    routes.get("/warnings/{id}", Permission.READ, this::warning);
    routes.events(
        "/feed/warnings",
        Permission.READ,
        ctx -> {},
        reader -> {
          CompletableFuture<Void> gone = new CompletableFuture<>();
          reader.onClose(() -> gone.complete(null));
          readers.add(reader);
          gone.join();
          readers.remove(reader);
        });
    list(routes, "/campaigns", Permission.READ, "campaigns");
    one(routes, "/campaigns/{id}", Permission.READ, "campaign");
    one(routes, "/statistics/overview", Permission.READ, "statistics-overview");
    list(routes, "/statistics", Permission.READ, "statistics");
    list(routes, "/anomalies", Permission.READ, "anomalies");
    list(routes, "/complaints", Permission.READ, "complaints");
    list(routes, "/dead-letters", Permission.DEAD_LETTERS, "dead-letters");
    one(routes, "/dead-letters/{id}", Permission.DEAD_LETTERS, "dead-letter");
    one(routes, "/health", Permission.READ, "health");
    list(routes, "/audit", Permission.AUDIT, "audit");
    list(routes, "/accounts", Permission.ACCOUNTS, "accounts");
    list(routes, "/keys", Permission.ACCOUNTS, "keys");
    one(routes, "/subscribers/{number}/preferences", Permission.PREFERENCES, "preferences");
    list(routes, "/subscribers/{number}/alerts", Permission.ALERTS, "alerts");
  }

  private void rules(Routes routes) {
    one(routes, "/rules", Permission.RULES_TEST, "rules");
    routes.get(
        "/rules/history/{id}",
        Permission.READ,
        ctx -> ctx.json(Map.of("yaml", "version: starter-0\nhome: CN\n")));
    one(routes, "/rules/shadow", Permission.RULES_TEST, "rules-shadow");
    routes.post(
        "/rules/validate", Permission.RULES_TEST, ctx -> ctx.json(Answers.validated(ctx.body())));
    routes.post(
        "/rules/backtest", Permission.RULES_TEST, ctx -> ctx.json(Answers.of("rules-backtest")));
    routes.post(
        "/rules/publish",
        Permission.RULES_PUBLISH,
        ctx -> ctx.status(202).json(Map.of("version", "starter-2 1c0ffee5")));
    routes.delete("/rules", Permission.RULES_PUBLISH, ctx -> ctx.status(202));
  }

  private void writing(Routes routes) {
    routes.post("/score", Permission.SCORE, ctx -> ctx.json(Answers.of("score")));
    routes.post(
        "/complaints",
        Permission.COMPLAIN,
        ctx -> {
          complaints.incrementAndGet();
          ctx.status(202).json(Map.of("id", "k-99"));
        });
    routes.put(
        "/senders/{sender}/override",
        Permission.OVERRIDE,
        ctx -> {
          audit(Routes.caller(ctx), "override", ctx.pathParam("sender"), "");
          ctx.status(202);
        });
    routes.delete("/senders/{sender}/override", Permission.OVERRIDE, ctx -> ctx.status(202));
    routes.post(
        "/evidence/export",
        Permission.EVIDENCE,
        ctx -> ctx.contentType("application/zip").result(new byte[] {'P', 'K'}));
    routes.post(
        "/dead-letters/replay",
        Permission.DEAD_LETTERS_REPLAY,
        ctx -> ctx.status(202).json(Map.of("replayed", 1, "skipped", 0)));
    routes.post("/accounts", Permission.ACCOUNTS, ctx -> ctx.status(201));
    routes.delete("/accounts/{user}", Permission.ACCOUNTS, ctx -> ctx.status(204));
    routes.post(
        "/keys",
        Permission.ACCOUNTS,
        ctx -> ctx.status(201).json(Map.of("id", "k3", "key", "sw_an-example-of-a-key")));
    routes.delete("/keys/{id}", Permission.ACCOUNTS, ctx -> ctx.status(204));
    routes.put("/subscribers/{number}/preferences", Permission.PREFERENCES, ctx -> ctx.status(202));
  }

  private void list(Routes routes, String path, Permission permission, String name) {
    routes.get(
        path,
        permission,
        ctx -> {
          later(path);
          boolean second = CURSOR.equals(ctx.queryParam("cursor"));
          ctx.json(
              empty ? Map.of("items", List.of()) : Answers.of(second ? name + "-" + CURSOR : name));
        });
  }

  private void one(Routes routes, String path, Permission permission, String name) {
    routes.get(path, permission, ctx -> ctx.json(Answers.of(name)));
  }

  private ObjectNode sender(String sender) {
    later("/senders");
    if (sender.equals("nobody")) {
      throw ProblemException.of(HttpStatus.NOT_FOUND, "nothing was ever seen of this sender");
    }
    ObjectNode found = (ObjectNode) Answers.of("sender");
    found.put("sender", sender);
    ((ObjectNode) found.get("reputation"))
        .put("sender", sender)
        .put("complaints", complaints.get())
        .put("suspicion", complaints.get() > COMPLAINTS ? 0.96 : 0.95);
    return found;
  }

  private void warning(Context ctx) {
    ObjectNode found = (ObjectNode) Answers.clear("warnings").get("items").get(0);
    if (ctx.queryParam("unmask") == null) {
      Answers.mask(found);
    } else if (Routes.caller(ctx).may(Permission.UNMASK)) {
      audit(Routes.caller(ctx), "unmask", ctx.pathParam("id"), "");
    } else {
      throw ProblemException.of(HttpStatus.FORBIDDEN, "not in clear");
    }
    ctx.json(found);
  }

  private void later(String path) {
    if (restoring && path.startsWith("/senders")) {
      throw ProblemException.later(
          HttpStatus.SERVICE_UNAVAILABLE, "partition 3 is being restored", Duration.ofSeconds(1));
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
