package io.smswarden.console.access;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.JsonBody;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Role;
import io.smswarden.console.http.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Signing in and out. */
final class SessionRoutes implements Endpoints {

  private final AccessGate gate;
  private final AccountsFile accounts;
  private final Passwords passwords;
  private final SignIn signIn;
  private final AuditTrail audit;
  private final Front front;
  private final boolean oidc;

  SessionRoutes(
      AccessGate gate,
      AccountsFile accounts,
      Passwords passwords,
      SignIn signIn,
      AuditTrail audit,
      AccessSettings settings) {
    this.gate = gate;
    this.accounts = accounts;
    this.passwords = passwords;
    this.signIn = signIn;
    this.audit = audit;
    this.front = settings.front();
    this.oidc = settings.oidc().isPresent();
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/session/methods", Permission.PUBLIC, this::methods);
    routes.post("/session", Permission.PUBLIC, this::open);
    routes.get("/session", Permission.SIGNED_IN, this::show);
    routes.delete("/session", Permission.SIGNED_IN, this::close);
    routes.put("/session/password", Permission.SIGNED_IN, this::password);
  }

  private void methods(Context ctx) {
    Map<String, Object> methods = new LinkedHashMap<>();
    methods.put("password", accounts.isConfigured());
    methods.put("oidc", oidc ? Routes.API + OidcRoutes.PATH : null);
    ctx.json(methods);
  }

  private void open(Context ctx) {
    front.checkOrigin(ctx);
    JsonBody body = JsonBody.of(ctx, "user", "password");
    String user = body.text("user");
    String address = gate.address(ctx);
    Optional<Account> account = signIn.check(user, body.text("password"), address);
    if (account.isEmpty()) {
      audit.signIn(user, address, "SIGN_IN_REFUSED", "");
      throw ProblemException.of(HttpStatus.UNAUTHORIZED, "no such account, or another password");
    }
    audit.signIn(user, address, "SIGN_IN", "password");
    Account signedIn = account.get();
    Session session =
        gate.open(ctx, signedIn.name(), signedIn.role(), Optional.of(signedIn.password()));
    ctx.json(shown(session.user(), session.role(), Optional.of(session.csrf()), ctx));
  }

  private void show(Context ctx) {
    Caller caller = Routes.caller(ctx);
    ctx.json(
        shown(caller.name(), caller.role(), AccessGate.sessionOf(ctx).map(Session::csrf), ctx));
  }

  private static Map<String, Object> shown(
      String user, Role role, Optional<String> csrf, Context ctx) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("user", user);
    shown.put("role", role);
    shown.put("permissions", List.copyOf(role.permissions()));
    shown.put("csrf", csrf.orElse(null));
    shown.put(
        "language",
        ctx.req().getLocale().getLanguage().equals(Locale.CHINESE.getLanguage()) ? "zh" : "en");
    return shown;
  }

  private void close(Context ctx) {
    Caller caller = Routes.caller(ctx);
    audit.signIn(caller.name(), gate.address(ctx), "SIGN_OUT", "");
    gate.close(ctx);
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void password(Context ctx) {
    Session session =
        AccessGate.sessionOf(ctx)
            .filter(it -> it.password().isPresent())
            .orElseThrow(
                () ->
                    ProblemException.of(
                        HttpStatus.CONFLICT, "only who signed in with a password has one"));
    JsonBody body = JsonBody.of(ctx, "old", "new");
    Account account =
        signIn
            .check(session.user(), body.text("old"), gate.address(ctx))
            .orElseThrow(
                () -> ProblemException.of(HttpStatus.FORBIDDEN, "the old password is another one"));
    String hash = AccountRoutes.checked(() -> passwords.hash(body.text("new")));
    gate.audit(Routes.caller(ctx), "PASSWORD", "account:" + account.name(), "own");
    Account changed = new Account(account.name(), account.role(), hash);
    AccountRoutes.checked(
        () -> {
          accounts.change(all -> all.with(changed));
          return changed;
        });
    // Other sessions have ended with the old password; this one goes on under a new id.
    gate.open(ctx, changed.name(), changed.role(), Optional.of(hash));
    ctx.status(HttpStatus.NO_CONTENT);
  }
}
