package io.smswarden.console.access;

import io.smswarden.console.http.Role;
import java.net.URI;
import java.util.Map;

/**
 * Sign-in by OpenID Connect.
 *
 * @param issuer the provider, as its tokens name it
 * @param publicUrl where browsers reach the console; the provider sends them back there
 * @param roleClaim the claim of the ID token that tells roles or groups; dots go into objects, as
 *     in {@code realm_access.roles}
 * @param roles what its values mean here; with several the first of them in {@link Role}'s order
 *     from the end counts
 */
public record OidcSettings(
    URI issuer,
    String clientId,
    String clientSecret,
    URI publicUrl,
    String roleClaim,
    Map<String, Role> roles) {

  /** Copies the roles. */
  public OidcSettings {
    roles = Map.copyOf(roles);
  }

  @Override
  public String toString() {
    return "OidcSettings[%s, %s]".formatted(issuer, clientId);
  }
}
