package io.smswarden.console.access;

import io.javalin.http.HttpStatus;
import io.smswarden.console.http.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Checks passwords, and makes whoever guesses them wait. */
final class SignIn {

  // By account briefly, or whoever knows a name could lock its owner out.
  private static final int FREE_BY_ACCOUNT = 5;
  private static final Duration LONGEST_BY_ACCOUNT = Duration.ofSeconds(30);
  private static final int FREE_BY_ADDRESS = 20;
  private static final Duration LONGEST_BY_ADDRESS = Duration.ofMinutes(15);

  private final AccountsFile accounts;
  private final Passwords passwords;
  private final Throttle byAccount;
  private final Throttle byAddress;

  SignIn(AccountsFile accounts, Passwords passwords, InstantSource clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.byAccount = new Throttle(FREE_BY_ACCOUNT, LONGEST_BY_ACCOUNT, clock);
    this.byAddress = new Throttle(FREE_BY_ADDRESS, LONGEST_BY_ADDRESS, clock);
  }

  /**
   * The account of a name and its password; empty when they don't fit, which takes as long as when
   * they do.
   *
   * @throws ProblemException 429 when it was tried too often
   */
  Optional<Account> check(String user, String password, String address) {
    byAddress
        .attempt(address)
        .or(() -> byAccount.attempt(user))
        .ifPresent(
            wait -> {
              throw ProblemException.later(
                  HttpStatus.TOO_MANY_REQUESTS, "too many attempts; try again later", wait);
            });
    Optional<Account> account = accounts.current().account(user);
    if (account.isEmpty()) {
      passwords.spendTime(password);
      return Optional.empty();
    }
    if (!passwords.fits(password, account.get().password())) {
      return Optional.empty();
    }
    byAccount.succeeded(user);
    byAddress.succeeded(address);
    return account;
  }
}
