package io.smswarden.app.console;

import io.javalin.http.Context;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Role;
import java.util.Optional;

/** A gate without accounts: all who come are taken for the same, or for nobody. */
public final class Strangers implements Gate {

  private final Optional<Caller> all;

  private Strangers(Optional<Caller> all) {
    this.all = all;
  }

  /** Lets nobody in. */
  public static Gate nobody() {
    return new Strangers(Optional.empty());
  }

  /** Takes everybody for a role, where only this machine reaches the server. */
  public static Gate all(Role role) {
    return new Strangers(Optional.of(new Caller("everybody", role, Optional.empty())));
  }

  @Override
  public void meet(Context request) {}

  @Override
  public Optional<Caller> caller(Context request) {
    return all;
  }

  @Override
  public void audit(Caller caller, String action, String subject, String detail) {}
}
