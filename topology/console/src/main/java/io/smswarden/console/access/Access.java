package io.smswarden.console.access;

import io.smswarden.console.feed.Log;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Routes;
import io.smswarden.console.topic.TopicWriter;
import io.smswarden.schemas.AuditEntry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people and programs in, and keeps what they did: the gate, and the routes to it. */
public final class Access implements Endpoints {

  private static final Logger LOG = LoggerFactory.getLogger(Access.class);

  private final AccessGate gate;
  private final List<Endpoints> routes = new ArrayList<>();

  /**
   * The way in.
   *
   * @param accounts who may come in
   * @param writer writes the audit log
   * @param log is it
   */
  public Access(
      AccessSettings settings,
      AccountsFile accounts,
      TopicWriter writer,
      Log<String, AuditEntry> log,
      InstantSource clock) {
    SecureRandom random = new SecureRandom();
    AuditTrail audit = new AuditTrail(writer, clock);
    Passwords passwords = new Passwords();
    Sessions sessions = new Sessions(settings.idle(), settings.longest(), clock, random);
    gate = new AccessGate(settings, accounts, sessions, audit, clock);
    SignIn signIn = new SignIn(accounts, passwords, clock);
    routes.add(new SessionRoutes(gate, accounts, passwords, signIn, audit, settings));
    routes.add(new AccountRoutes(gate, accounts, passwords, clock, random));
    routes.add(new AuditRoutes(gate, log));
    settings
        .oidc()
        .ifPresent(oidc -> routes.add(new OidcRoutes(gate, audit, settings.front(), oidc)));
    if (!accounts.isConfigured() && settings.oidc().isEmpty()) {
      LOG.warn(
          "nobody can sign in to the console: set smswarden.console.accounts-file and add an"
              + " account with 'smswarden console user add'");
    } else if (settings.oidc().isEmpty() && accounts.current().accounts().isEmpty()) {
      LOG.warn("there is no account yet: add one with 'smswarden console user add'");
    }
  }

  /** Tells who sends a request. */
  public Gate gate() {
    return gate;
  }

  @Override
  public void addTo(Routes all) {
    routes.forEach(each -> each.addTo(all));
  }
}
