package io.smswarden.console.access;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Routes;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in at an OpenID provider: there, and back. */
final class OidcRoutes implements Endpoints {

  static final String PATH = "/session/oidc";

  private static final Logger LOG = LoggerFactory.getLogger(OidcRoutes.class);
  private static final String CALLBACK = PATH + "/callback";
  private static final String COOKIE = "smswarden-oidc";
  private static final Duration TO_SIGN_IN = Duration.ofMinutes(10);
  private static final int MOST_PENDING = 10_000;

  private final AccessGate gate;
  private final AuditTrail audit;
  private final Front front;
  private final Oidc oidc;
  private final Cache<String, Oidc.Pending> pending =
      CacheBuilder.newBuilder().maximumSize(MOST_PENDING).expireAfterWrite(TO_SIGN_IN).build();

  OidcRoutes(AccessGate gate, AuditTrail audit, Front front, OidcSettings settings) {
    this.gate = gate;
    this.audit = audit;
    this.front = front;
    this.oidc = new Oidc(settings, at(settings.publicUrl(), Routes.API + CALLBACK));
  }

  private static URI at(URI base, String path) {
    return URI.create(base.toString().replaceAll("/+$", "") + path);
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(PATH, Permission.PUBLIC, this::there);
    routes.get(CALLBACK, Permission.PUBLIC, this::back);
  }

  private void there(Context ctx) {
    Oidc.Pending leaving = Oidc.Pending.random();
    URI provider;
    try {
      provider = oidc.there(leaving);
    } catch (IOException | GeneralException e) {
      throw unreachable(e);
    }
    String state = leaving.state().getValue();
    pending.put(state, leaving);
    // Lax: it must come along when the provider sends the browser back.
    ctx.cookie(cookie(ctx, state, Math.toIntExact(TO_SIGN_IN.toSeconds())));
    ctx.redirect(provider.toString(), HttpStatus.FOUND);
  }

  private void back(Context ctx) {
    String state = Optional.ofNullable(ctx.cookie(COOKIE)).orElse("");
    ctx.cookie(cookie(ctx, "", 0));
    Oidc.Pending left = pending.asMap().remove(state);
    if (left == null) {
      throw ProblemException.of(
          HttpStatus.BAD_REQUEST, "this browser did not begin to sign in, or too long ago");
    }
    try {
      AuthenticationResponse response =
          AuthenticationResponseParser.parse(URI.create(ctx.fullUrl()));
      if (!left.state().equals(response.getState())) {
        throw ProblemException.of(HttpStatus.BAD_REQUEST, "this is the answer to another sign-in");
      }
      if (response instanceof AuthenticationErrorResponse) {
        throw refused(ctx, "");
      }
      Oidc.Person person =
          oidc.person(response.toSuccessResponse().getAuthorizationCode(), left)
              .orElseThrow(() -> refused(ctx, "no role"));
      String name = "oidc:" + person.name();
      audit.signIn(name, gate.address(ctx), "SIGN_IN", "oidc");
      Session unused = gate.open(ctx, name, person.role(), Optional.empty());
      ctx.redirect("/", HttpStatus.FOUND);
    } catch (IOException | GeneralException | IllegalArgumentException e) {
      throw unreachable(e);
    }
  }

  private ProblemException refused(Context ctx, String detail) {
    audit.signIn("oidc", gate.address(ctx), "SIGN_IN_REFUSED", detail);
    return ProblemException.of(
        HttpStatus.FORBIDDEN, "the provider did not let you in, or gave you no role here");
  }

  private static ProblemException unreachable(Exception e) {
    LOG.atWarn()
        .addKeyValue("error", e.getClass().getSimpleName())
        .log("the OpenID provider does not answer as it should");
    return ProblemException.later(
        HttpStatus.SERVICE_UNAVAILABLE,
        "the OpenID provider does not answer as it should",
        Duration.ofSeconds(10));
  }

  private Cookie cookie(Context request, String value, int seconds) {
    return new Cookie(
        COOKIE, value, Routes.API + PATH, seconds, front.secure(request), true, null, SameSite.LAX);
  }
}
