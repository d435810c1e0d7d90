package io.smswarden.console.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenID provider that lets in whoever comes, as the one it is told. */
final class FakeProvider implements AutoCloseable {

  private final RSAKey key;
  private final Javalin server;
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();

  /** Whose groups it tells. */
  volatile List<String> groups = List.of();

  /** The nonce that it puts into tokens, if not the one it was given. */
  volatile String otherNonce = "";

  FakeProvider() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID("1").generate();
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.get(
                      "/.well-known/openid-configuration", ctx -> ctx.json(metadata()));
                  config.routes.get(
                      "/keys", ctx -> ctx.json(new JWKSet(key.toPublicJWK()).toJSONObject()));
                  config.routes.get("/authorize", this::authorize);
                  config.routes.post("/token", this::token);
                })
            .start("127.0.0.1", 0);
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  private Map<String, Object> metadata() {
    return Map.of(
        "issuer", issuer().toString(),
        "authorization_endpoint", issuer() + "/authorize",
        "token_endpoint", issuer() + "/token",
        "jwks_uri", issuer() + "/keys",
        "subject_types_supported", List.of("public"),
        "response_types_supported", List.of("code"),
        "id_token_signing_alg_values_supported", List.of("RS256"));
  }

  private void authorize(Context ctx) {
    String code = "code-" + asked.size();
    asked.put(
        code,
        Map.of(
            "nonce", ctx.queryParam("nonce"),
            "challenge", ctx.queryParam("code_challenge"),
            "method", ctx.queryParam("code_challenge_method"),
            "redirect", ctx.queryParam("redirect_uri")));
    ctx.redirect(
        ctx.queryParam("redirect_uri")
            + "?code="
            + code
            + "&state="
            + URLEncoder.encode(ctx.queryParam("state"), StandardCharsets.UTF_8));
  }

  private void token(Context ctx) throws JOSEException {
    Map<String, String> request = asked.remove(ctx.formParam("code"));
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    "warden:the secret".replace(" ", "+").getBytes(StandardCharsets.UTF_8));
    boolean proven =
        request != null
            && request.get("method").equals("S256")
            && CodeChallenge.compute(
                    CodeChallengeMethod.S256, new CodeVerifier(ctx.formParam("code_verifier")))
                .getValue()
                .equals(request.get("challenge"))
            && request.get("redirect").equals(ctx.formParam("redirect_uri"))
            && basic.equals(ctx.header("Authorization"));
    if (!proven) {
      ctx.status(400).json(Map.of("error", "invalid_grant"));
      return;
    }
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(),
            new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience("warden")
                .subject("4711")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", otherNonce.isEmpty() ? request.get("nonce") : otherNonce)
                .claim("preferred_username", "li.wei")
                .claim("realm_access", Map.of("roles", groups))
                .build());
    token.sign(new RSASSASigner(key));
    ctx.json(
        Map.of(
            "access_token",
            "unused",
            "token_type",
            "Bearer",
            "expires_in",
            60,
            "id_token",
            token.serialize()));
  }

  @Override
  public void close() {
    server.stop();
  }
}
