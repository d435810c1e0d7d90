package io.smswarden.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.app.config.WebhookSecret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

  private static final WebhookSecret SECRET =
      WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final WebhookSecret NEXT =
      WebhookSecret.parse("whsec_c21zIHdhcmRlbiwgYSBzZWNvbmQgc2VjcmV0");
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant TIME = Instant.ofEpochSecond(1614265330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

  @Test
  void theSignatureIsThatOfTheVectorOfStandardWebhooks() {
    assertThat(new WebhookSignature(List.of(SECRET)).of(ID, TIME, BODY))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void eachSecretSignsWhileTheReceiverGoesFromOneToTheNext() {
    assertThat(new WebhookSignature(List.of(NEXT, SECRET)).of(ID, TIME, BODY).split(" "))
        .hasSize(2)
        .containsExactly(
            new WebhookSignature(List.of(NEXT)).of(ID, TIME, BODY),
            new WebhookSignature(List.of(SECRET)).of(ID, TIME, BODY));
  }
}
