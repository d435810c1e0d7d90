package io.smswarden.filter.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextViewsPropertyTest {

  private static final String[] PIECES = {
    "http://",
    "www.",
    ".com",
    "x",
    "1",
    " ",
    "URL",
    "CELLPHONE",
    "薇信",
    "v",
    "x",
    "。",
    "①",
    "a",
    "@",
    "\uD83D",
    "\uDE00",
    "🅰",
    "\u200B",
    "一三八零",
    "【",
    "】",
    "-",
    "'"
  };

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(200),
        Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces)));
  }

  @Property(tries = 2000)
  void offsetsStayWithinTheTextAndNeverGoBack(@ForAll("texts") String text) {
    TextViews views = new TextViews();
    views.read(text);
    check(text, views.folded());
    check(text, views.phrases());
    check(text, views.model());
    check(text, views.detail());
  }

  private static void check(String text, MappedText view) {
    int start = 0;
    int end = 0;
    for (int i = 0; i < view.length(); i++) {
      assertThat(view.start(i)).isBetween(start, text.length() - 1);
      assertThat(view.end(i)).isBetween(Math.max(end, view.start(i) + 1), text.length());
      start = view.start(i);
      end = view.end(i);
    }
  }

  @Property(tries = 500)
  void aBufferUsedAgainReadsTheSame(@ForAll("texts") String before, @ForAll("texts") String text) {
    TextViews fresh = new TextViews();
    fresh.read(text);
    TextViews used = new TextViews();
    used.read(before);
    used.read(text);
    assertThat(used.model().toString()).isEqualTo(fresh.model().toString());
    assertThat(used.detail().toString()).isEqualTo(fresh.detail().toString());
  }
}
