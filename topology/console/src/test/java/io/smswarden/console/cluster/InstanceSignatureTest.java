package io.smswarden.console.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceSignatureTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final byte[] BODY = "{}".getBytes(UTF_8);

  private static InstanceSignature signature(String secret, Instant now) {
    return new InstanceSignature(secret, InstantSource.fixed(now));
  }

  private final String signed = signature("secret", NOON).sign("POST", "/it", BODY);

  @ParameterizedTest
  @ValueSource(longs = {-60, 0, 60})
  void aRequestIsKnownForAMinute(long later) {
    assertThat(signature("secret", NOON.plusSeconds(later)).good(signed, "POST", "/it", BODY))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-61, 61})
  void anOldOneIsNot(long later) {
    assertThat(signature("secret", NOON.plusSeconds(later)).good(signed, "POST", "/it", BODY))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "other, POST, /it, {}",
    "secret, GET, /it, {}",
    "secret, POST, /that, {}",
    "secret, POST, /it, {1}",
  })
  void anotherSecretOrRequestIsNotKnown(String secret, String method, String path, String body) {
    assertThat(signature(secret, NOON).good(signed, method, path, body.getBytes(UTF_8))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "none", "1:2:3", "99999999999999999999:x"})
  void nonsenseIsNotKnown(String header) {
    assertThat(signature("secret", NOON).good(header, "POST", "/it", BODY)).isFalse();
  }

  @Test
  void theTimeIsSignedAsWell() {
    String later = NOON.plusSeconds(30).getEpochSecond() + signed.substring(signed.indexOf(':'));
    assertThat(signature("secret", NOON).good(later, "POST", "/it", BODY)).isFalse();
  }
}
