package io.smswarden.console.access;

import io.smswarden.console.http.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All accounts and keys.
 *
 * @param accounts with names that differ
 * @param keys with ids and names that differ
 */
public record Accounts(List<Account> accounts, List<ApiKey> keys) {

  /** Nobody. */
  public static final Accounts NONE = new Accounts(List.of(), List.of());

  /** Checks that names differ. */
  public Accounts {
    accounts = List.copyOf(accounts);
    keys = List.copyOf(keys);
    Set<String> names = new HashSet<>();
    Stream.concat(accounts.stream().map(Account::name), keys.stream().map(ApiKey::name))
        .forEach(
            name -> {
              if (!names.add(name)) {
                throw new IllegalArgumentException(
                    "two accounts or keys are called %s; the audit log must tell them apart"
                        .formatted(name));
              }
            });
    if (keys.stream().map(ApiKey::id).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("two keys have the same id");
    }
  }

  /** An account by its name. */
  public Optional<Account> account(String name) {
    return accounts.stream().filter(account -> account.name().equals(name)).findAny();
  }

  /** A key by its id. */
  public Optional<ApiKey> key(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findAny();
  }

  /** The same with an account, in the place of that of its name if there is one. */
  public Accounts with(Account account) {
    List<Account> changed = new ArrayList<>(without(account.name()).accounts);
    changed.add(account);
    return new Accounts(changed, keys);
  }

  /** The same without an account. */
  public Accounts without(String name) {
    return new Accounts(
        accounts.stream().filter(account -> !account.name().equals(name)).toList(), keys);
  }

  /** The same with another key. */
  public Accounts with(ApiKey key) {
    List<ApiKey> changed = new ArrayList<>(keys);
    changed.add(key);
    return new Accounts(accounts, changed);
  }

  /** The same without a key. */
  public Accounts withoutKey(String id) {
    return new Accounts(accounts, keys.stream().filter(key -> !key.id().equals(id)).toList());
  }

  /** Whether somebody can make accounts. */
  boolean hasAdmin() {
    return accounts.stream().anyMatch(account -> account.role() == Role.ADMIN);
  }
}
