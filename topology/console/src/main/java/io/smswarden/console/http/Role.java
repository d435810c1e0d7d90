package io.smswarden.console.http;

import static io.smswarden.console.http.Permission.ACCOUNTS;
import static io.smswarden.console.http.Permission.ALERTS;
import static io.smswarden.console.http.Permission.AUDIT;
import static io.smswarden.console.http.Permission.COMPLAIN;
import static io.smswarden.console.http.Permission.DEAD_LETTERS;
import static io.smswarden.console.http.Permission.DEAD_LETTERS_REPLAY;
import static io.smswarden.console.http.Permission.EVIDENCE;
import static io.smswarden.console.http.Permission.OVERRIDE;
import static io.smswarden.console.http.Permission.PREFERENCES;
import static io.smswarden.console.http.Permission.PUBLIC;
import static io.smswarden.console.http.Permission.READ;
import static io.smswarden.console.http.Permission.RULES_PUBLISH;
import static io.smswarden.console.http.Permission.RULES_TEST;
import static io.smswarden.console.http.Permission.SCORE;
import static io.smswarden.console.http.Permission.SIGNED_IN;
import static io.smswarden.console.http.Permission.UNMASK;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Set;

/** Who somebody is to the operator, and what follows from it. */
public enum Role {
  /** Looks at statistics and senders; sees no subscriber's number and no text. */
  VIEWER(READ),
  /** Subscriber care: helps one subscriber at a time. */
  AGENT(READ, SCORE, COMPLAIN, ALERTS, PREFERENCES, UNMASK),
  /** Works on senders, campaigns and rules. */
  ANALYST(
      READ,
      SCORE,
      COMPLAIN,
      ALERTS,
      UNMASK,
      OVERRIDE,
      RULES_TEST,
      RULES_PUBLISH,
      EVIDENCE,
      DEAD_LETTERS),
  /** May do everything that people may. */
  ADMIN(
      READ,
      SCORE,
      COMPLAIN,
      ALERTS,
      PREFERENCES,
      UNMASK,
      OVERRIDE,
      RULES_TEST,
      RULES_PUBLISH,
      EVIDENCE,
      DEAD_LETTERS,
      DEAD_LETTERS_REPLAY,
      AUDIT,
      ACCOUNTS),
  /** A subscriber's app or another program, by API key: one subscriber's, when the key says so. */
  APP(SCORE, COMPLAIN, ALERTS, PREFERENCES),
  /** Another instance of the pipeline, by its signature; no account and no key can have it. */
  INSTANCE(Permission.INSTANCE);

  private final ImmutableSet<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions =
        Sets.immutableEnumSet(
            ImmutableSet.<Permission>builder().add(PUBLIC, SIGNED_IN).add(permissions).build());
  }

  /** Whether whoever has this role may. */
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** Whether an account or an API key can have it. */
  public boolean given() {
    return this != INSTANCE;
  }

  /** All that whoever has this role may. */
  public Set<Permission> permissions() {
    return permissions;
  }
}
