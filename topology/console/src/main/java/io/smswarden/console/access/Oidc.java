package io.smswarden.console.access;

import com.google.common.base.Splitter;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.smswarden.console.http.Role;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-in at an OpenID provider: authorization code with PKCE (OpenID Connect Core, 3.1). */
final class Oidc {

  private static final Logger LOG = LoggerFactory.getLogger(Oidc.class);
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final Set<JWSAlgorithm> SIGNED_BY =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private final OidcSettings settings;
  private final URI back;
  private volatile Provider provider;

  private record Provider(OIDCProviderMetadata metadata, IDTokenValidator tokens) {}

  /** What is kept between sending somebody to the provider and their coming back. */
  record Pending(State state, Nonce nonce, CodeVerifier verifier) {

    static Pending random() {
      return new Pending(new State(), new Nonce(), new CodeVerifier());
    }
  }

  /** Who came back. */
  record Person(String name, Role role) {}

  /**
   * A provider, which need not answer yet.
   *
   * @param back where it sends people back to
   */
  Oidc(OidcSettings settings, URI back) {
    this.settings = settings;
    this.back = back;
  }

  /** Where to send somebody to sign in. */
  URI there(Pending pending) throws IOException, GeneralException {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope("openid", "profile", "email"),
            new ClientID(settings.clientId()),
            back)
        .endpointURI(provider().metadata().getAuthorizationEndpointURI())
        .state(pending.state())
        .nonce(pending.nonce())
        .codeChallenge(pending.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** Who came back with a code; empty when the provider doesn't confirm it, or with no role. */
  Optional<Person> person(AuthorizationCode code, Pending pending)
      throws IOException, GeneralException {
    HTTPRequest request =
        new TokenRequest.Builder(
                provider().metadata().getTokenEndpointURI(),
                new ClientSecretBasic(
                    new ClientID(settings.clientId()), new Secret(settings.clientSecret())),
                new AuthorizationCodeGrant(code, back, pending.verifier()))
            .build()
            .toHTTPRequest();
    request.setConnectTimeout(TIMEOUT_MILLIS);
    request.setReadTimeout(TIMEOUT_MILLIS);
    TokenResponse response = OIDCTokenResponseParser.parse(request.send());
    if (!(response instanceof OIDCTokenResponse tokens)) {
      LOG.atWarn()
          .addKeyValue("error", response.toErrorResponse().getErrorObject().getCode())
          .log("the OpenID provider gave no token");
      return Optional.empty();
    }
    try {
      IDTokenClaimsSet claims =
          provider().tokens().validate(tokens.getOIDCTokens().getIDToken(), pending.nonce());
      return role(claims).map(role -> new Person(name(claims), role));
    } catch (BadJOSEException | JOSEException e) {
      LOG.atWarn()
          .addKeyValue("error", e.getMessage())
          .log("the OpenID provider's token is not good");
      return Optional.empty();
    }
  }

  private static String name(IDTokenClaimsSet claims) {
    return Optional.ofNullable(claims.getStringClaim("preferred_username"))
        .or(() -> Optional.ofNullable(claims.getStringClaim("email")))
        .orElseGet(() -> claims.getSubject().getValue());
  }

  /** Of several roles the one that may most. */
  private Optional<Role> role(IDTokenClaimsSet claims) {
    Object value = claims.toJSONObject();
    for (String name : Splitter.on('.').split(settings.roleClaim())) {
      value = value instanceof Map<?, ?> object ? object.get(name) : null;
    }
    Collection<?> values =
        value instanceof Collection<?> several
            ? several
            : value == null ? List.of() : List.of(value);
    return values.stream()
        .map(each -> settings.roles().get(String.valueOf(each)))
        .filter(role -> role != null)
        .max(Comparator.comparingInt(role -> role.permissions().size()));
  }

  private Provider provider() throws IOException, GeneralException {
    Provider known = provider;
    if (known == null) {
      Issuer issuer = new Issuer(settings.issuer());
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(issuer, TIMEOUT_MILLIS, TIMEOUT_MILLIS);
      if (metadata.getAuthorizationEndpointURI() == null
          || metadata.getTokenEndpointURI() == null) {
        throw new ParseException("the provider names no endpoints");
      }
      known =
          new Provider(
              metadata,
              new IDTokenValidator(
                  issuer,
                  new ClientID(settings.clientId()),
                  new JWSVerificationKeySelector<SecurityContext>(
                      SIGNED_BY, JWKSourceBuilder.create(metadata.getJWKSetURI().toURL()).build()),
                  null));
      provider = known;
    }
    return known;
  }
}
