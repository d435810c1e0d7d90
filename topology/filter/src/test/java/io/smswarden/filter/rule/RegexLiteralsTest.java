package io.smswarden.filter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexLiteralsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "abc;abc",
        "ab+c;ab",
        "ab?c;a",
        "a*bc;bc",
        "x(ab|cde)y;ab/cde",
        "(ab|cd?)e;ab/c",
        "(ab|)e;e",
        "(ab)*;",
        "(ab)+;ab",
        "(ab){0,2}c;c",
        "(ab){2};ab",
        "a{3};a",
        "a{,3};a{,3}",
        "[ab]c;c",
        "[]a]b;b",
        "[[:alpha:]]+验证码;验证码",
        "[[:a]b;b",
        "\\d+元;元",
        "(?:转账|汇款)[0-9]+;转账/汇款",
        "(?P<n>ab)c;ab",
        "(?i)abc;",
        "\\Qab\\E;",
        "^ab$;ab",
        ".;",
        "加(qq)?群组 ?[0-9]{6};群组",
      })
  void aMatchHoldsOneOfTheseLiterals(String regex, String needed) {
    List<String> expected = needed == null ? List.of() : List.of(needed.split("/"));

    assertThat(RegexLiterals.of(regex).needed()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Property(tries = 2000)
  void whateverMatchesHoldsOneOfThem(@ForAll("regexes") String regex, @ForAll Random random) {
    List<String> needed = RegexLiterals.of(regex).needed();
    Pattern pattern = Pattern.compile(regex);
    for (int i = 0; i < 20; i++) {
      String text = text(random);
      if (!needed.isEmpty() && pattern.matcher(text).find()) {
        assertThat(needed).as("needed by %s in %s", regex, text).anyMatch(text::contains);
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append("abc中".charAt(random.nextInt(4)));
    }
    return text.toString();
  }

  @Provide
  Arbitrary<String> regexes() {
    Arbitrary<String> atoms = Arbitraries.of("a", "b", "c", "中", ".", "[ab]", "[^a]", "\\w", "ab");
    return Arbitraries.recursive(
        () -> Arbitraries.oneOf(atoms, quantified(atoms)),
        inner ->
            Arbitraries.oneOf(
                Combinators.combine(inner, inner).as((one, other) -> one + other),
                Combinators.combine(inner, inner).as("(%s|%s)"::formatted),
                quantified(inner.map("(?:%s)"::formatted))),
        0,
        3);
  }

  private static Arbitrary<String> quantified(Arbitrary<String> atoms) {
    return Combinators.combine(
            atoms, Arbitraries.of("*", "+", "?", "{0}", "{0,2}", "{1,}", "{2}", "*?", "+?"))
        .as((atom, quantifier) -> atom + quantifier);
  }
}
