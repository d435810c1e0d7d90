package io.smswarden.console.access;

import io.smswarden.console.http.Role;
import io.smswarden.filter.Msisdn;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The form of the accounts' file. */
final class AccountsYaml {

  private static final String HEAD =
      "# Who may use the console. Change it with 'smswarden console user' and 'smswarden console"
          + " key'.\n";
  private static final Set<String> TOP = Set.of("accounts", "keys");
  private static final Set<String> ACCOUNT = Set.of("name", "role", "password");
  private static final Set<String> KEY =
      Set.of("id", "name", "role", "secret", "subscriber", "created", "expires");

  private AccountsYaml() {}

  static String write(Accounts accounts) {
    Map<String, Object> top = new LinkedHashMap<>();
    top.put("accounts", accounts.accounts().stream().map(AccountsYaml::row).toList());
    top.put("keys", accounts.keys().stream().map(AccountsYaml::row).toList());
    return HEAD
        + new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build())
            .dumpToString(top);
  }

  private static Map<String, Object> row(Account account) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", account.name());
    row.put("role", account.role().name());
    row.put("password", account.password());
    return row;
  }

  private static Map<String, Object> row(ApiKey key) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", key.id());
    row.put("name", key.name());
    row.put("role", key.role().name());
    row.put("secret", key.hash());
    key.subscriber().ifPresent(subscriber -> row.put("subscriber", subscriber.value()));
    row.put("created", key.createdAt().toString());
    key.expiresAt().ifPresent(time -> row.put("expires", time.toString()));
    return row;
  }

  /**
   * Reads a file's text.
   *
   * @throws IllegalArgumentException with what is wrong; it quotes no hash
   */
  static Accounts read(String yaml) {
    Object read;
    try {
      read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("it is no YAML", e);
    }
    if (read == null) {
      return Accounts.NONE;
    }
    Map<?, ?> top = map(read, "the file", TOP);
    return new Accounts(
        list(top.get("accounts"), "accounts").stream().map(AccountsYaml::account).toList(),
        list(top.get("keys"), "keys").stream().map(AccountsYaml::key).toList());
  }

  private static Account account(Object item) {
    Map<?, ?> row = map(item, "an account", ACCOUNT);
    return new Account(text(row, "name"), role(row), text(row, "password"));
  }

  private static ApiKey key(Object item) {
    Map<?, ?> row = map(item, "a key", KEY);
    return new ApiKey(
        text(row, "id"),
        text(row, "name"),
        role(row),
        text(row, "secret"),
        optionalText(row, "subscriber").map(Msisdn::new),
        time(text(row, "created")),
        optionalText(row, "expires").map(AccountsYaml::time));
  }

  private static Map<?, ?> map(Object item, String what, Set<String> fields) {
    if (!(item instanceof Map<?, ?> map) || !fields.containsAll(map.keySet())) {
      throw new IllegalArgumentException(
          "%s must have these fields and no others: %s".formatted(what, fields));
    }
    return map;
  }

  private static List<?> list(Object items, String what) {
    if (items == null) {
      return List.of();
    }
    if (items instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(what + " must be a list");
  }

  private static String text(Map<?, ?> row, String field) {
    return optionalText(row, field)
        .orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
  }

  private static Optional<String> optionalText(Map<?, ?> row, String field) {
    return Optional.ofNullable(row.get(field)).map(String::valueOf);
  }

  private static Role role(Map<?, ?> row) {
    String name = text(row, "role");
    try {
      return Role.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " is no role", e);
    }
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(text + " is no time", e);
    }
  }
}
