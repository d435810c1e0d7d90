package io.smswarden.console.access;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.JsonBody;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Role;
import io.smswarden.console.http.Routes;
import io.smswarden.filter.Msisdn;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Accounts and API keys, for those who may make them. */
final class AccountRoutes implements Endpoints {

  private final AccessGate gate;
  private final AccountsFile accounts;
  private final Passwords passwords;
  private final InstantSource clock;
  private final SecureRandom random;

  AccountRoutes(
      AccessGate gate,
      AccountsFile accounts,
      Passwords passwords,
      InstantSource clock,
      SecureRandom random) {
    this.gate = gate;
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/accounts", Permission.ACCOUNTS, this::accounts);
    routes.post("/accounts", Permission.ACCOUNTS, this::add);
    routes.put("/accounts/{user}", Permission.ACCOUNTS, this::update);
    routes.delete("/accounts/{user}", Permission.ACCOUNTS, this::remove);
    routes.get("/keys", Permission.ACCOUNTS, this::keys);
    routes.post("/keys", Permission.ACCOUNTS, this::addKey);
    routes.delete("/keys/{id}", Permission.ACCOUNTS, this::revoke);
  }

  private void accounts(Context ctx) {
    List<Map<String, Object>> items =
        accounts.current().accounts().stream()
            .map(account -> Map.<String, Object>of("user", account.name(), "role", account.role()))
            .toList();
    ctx.json(list(items));
  }

  private void add(Context ctx) {
    JsonBody body = JsonBody.of(ctx, "user", "role", "password");
    Account account =
        checked(
            () ->
                new Account(
                    body.text("user"),
                    body.oneOf("role", Role.class),
                    passwords.hash(body.text("password"))));
    gate.audit(
        Routes.caller(ctx), "ACCOUNT_ADD", "account:" + account.name(), account.role().name());
    change(
        all -> {
          if (all.account(account.name()).isPresent()) {
            throw ProblemException.of(HttpStatus.CONFLICT, "there is such an account");
          }
          return all.with(account);
        });
    ctx.status(HttpStatus.CREATED).json(Map.of("user", account.name(), "role", account.role()));
  }

  private void update(Context ctx) {
    JsonBody body = JsonBody.of(ctx, "role", "password");
    Account before = known(ctx);
    Role role = body.optionalOneOf("role", Role.class).orElse(before.role());
    Optional<String> password = body.optionalText("password");
    Account account =
        checked(
            () ->
                new Account(
                    before.name(), role, password.map(passwords::hash).orElse(before.password())));
    gate.audit(
        Routes.caller(ctx),
        "ACCOUNT_CHANGE",
        "account:" + account.name(),
        password.isPresent() ? role + ", password" : role.name());
    change(all -> withAdmin(all.with(account)));
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void remove(Context ctx) {
    Account account = known(ctx);
    gate.audit(Routes.caller(ctx), "ACCOUNT_REMOVE", "account:" + account.name(), "");
    change(all -> withAdmin(all.without(account.name())));
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private Account known(Context ctx) {
    return accounts
        .current()
        .account(ctx.pathParam("user"))
        .orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "no such account"));
  }

  private static Accounts withAdmin(Accounts changed) {
    if (!changed.hasAdmin()) {
      throw ProblemException.of(
          HttpStatus.CONFLICT, "this is the last ADMIN; make another one first");
    }
    return changed;
  }

  private void keys(Context ctx) {
    List<Map<String, Object>> items =
        accounts.current().keys().stream().map(AccountRoutes::shown).toList();
    ctx.json(list(items));
  }

  /** All of them: there are few. */
  private static Map<String, Object> list(List<Map<String, Object>> items) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("items", items);
    list.put("next", null);
    return list;
  }

  private static Map<String, Object> shown(ApiKey key) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", key.id());
    shown.put("name", key.name());
    shown.put("role", key.role());
    shown.put("subscriber", key.subscriber().map(Msisdn::value).orElse(null));
    shown.put("createdAt", key.createdAt().toString());
    shown.put("expiresAt", key.expiresAt().map(Instant::toString).orElse(null));
    return shown;
  }

  private void addKey(Context ctx) {
    JsonBody body = JsonBody.of(ctx, "name", "role", "subscriber", "expiresAt");
    NewKey key =
        checked(
            () ->
                NewKey.of(
                    body.text("name"),
                    body.oneOf("role", Role.class),
                    body.optionalText("subscriber"),
                    body.optionalTime("expiresAt"),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    random));
    gate.audit(Routes.caller(ctx), "KEY_ADD", "key:" + key.key().id(), key.key().role().name());
    change(all -> all.with(key.key()));
    ctx.status(HttpStatus.CREATED).json(Map.of("id", key.key().id(), "key", key.text()));
  }

  private void revoke(Context ctx) {
    String id = ctx.pathParam("id");
    if (accounts.current().key(id).isEmpty()) {
      throw ProblemException.of(HttpStatus.NOT_FOUND, "no such key");
    }
    gate.audit(Routes.caller(ctx), "KEY_REVOKE", "key:" + id, "");
    change(all -> all.withoutKey(id));
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private void change(UnaryOperator<Accounts> change) {
    checked(
        () -> {
          accounts.change(change);
          return accounts;
        });
  }

  /** Has what a user gave wrong told as such, and a file that can't be written as our fault. */
  static <T> T checked(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(e.getMessage(), List.of());
    } catch (AccountsException e) {
      throw ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }
  }
}
