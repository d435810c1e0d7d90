package io.smswarden.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PromQlTest {

  @Test
  void metricsAreTakenOutOfFunctionsRangesAndGroupings() {
    assertThat(
            PromQl.selectors(
                "histogram_quantile(0.99, sum by (le) (rate(a_bucket{x=\"1\"}[5m]))) > 1e3 and on (b) c:d:sum offset 15m unless ignoring (e) f == bool 2"))
        .extracting(PromQl.Selector::metric)
        .containsExactly("a_bucket", "c:d:sum", "f");
  }

  @Test
  void aSelectorMatchesByItsOwnLabelsOnly() {
    PromQl.Selector selector =
        PromQl.selectors("up{instance=~\"$instance\", topic=~\"a|b\", kind=\"c.d\"}").get(0);

    assertThat(selector.matches(new Scrape.Series("up", Map.of("topic", "b", "kind", "c.d"))))
        .isTrue();
    assertThat(selector.matches(new Scrape.Series("up", Map.of("topic", "b", "kind", "c_d"))))
        .isFalse();
    assertThat(selector.matches(new Scrape.Series("up", Map.of("topic", "ab", "kind", "c.d"))))
        .isFalse();
    assertThat(selector.matches(new Scrape.Series("down", Map.of("topic", "b", "kind", "c.d"))))
        .isFalse();
  }
}
