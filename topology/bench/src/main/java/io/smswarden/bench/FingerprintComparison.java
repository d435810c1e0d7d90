package io.smswarden.bench;

import io.smswarden.filter.campaign.Fingerprint;
import io.smswarden.filter.campaign.Fingerprinter;
import io.smswarden.filter.evaluation.Evasion;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * How well MinHash and SimHash tell near-duplicates from other texts: {@code java -cp
 * benchmarks.jar io.smswarden.bench.FingerprintComparison}, of {@link Texts}. A near-duplicate is a
 * text with other digits and a name before it, rewritten as {@link Evasion} does; a false pair is
 * one of two of the texts.
 */
public final class FingerprintComparison {

  private static final int BITS = Long.SIZE;
  private static final int ROWS = 64;
  private static final String[] NAMES = {"", "王先生，", "张女士您好，", "Dear Anna, ", "亲，"};

  private FingerprintComparison() {}

  /** Prints a line a threshold: recall of near-duplicates, false pairs a million. */
  public static void main(String[] arguments) {
    List<Fingerprint> fingerprints = new ArrayList<>();
    List<Long> hashes = new ArrayList<>();
    long[] alikeRows = new long[ROWS + 1];
    long[] alikeBits = new long[BITS + 1];
    Fingerprinter fingerprinter = new Fingerprinter();
    SimHash simHash = new SimHash();
    Random random = new Random(1);
    for (String text : Texts.load()) {
      Optional<Fingerprint> fingerprint = fingerprinter.of(text);
      String changed = Evasion.rewrite(changed(text, random), random.nextLong());
      Optional<Fingerprint> rewritten = fingerprinter.of(changed);
      if (fingerprint.isPresent() && rewritten.isPresent()) {
        fingerprints.add(fingerprint.get());
        hashes.add(simHash.of(text));
        alikeRows[rows(fingerprint.get(), rewritten.get())]++;
        alikeBits[Long.bitCount(simHash.of(text) ^ simHash.of(changed))]++;
      }
    }
    long[] otherRows = new long[ROWS + 1];
    long[] otherBits = new long[BITS + 1];
    for (int i = 0; i < fingerprints.size(); i++) {
      for (int j = 0; j < i; j++) {
        otherRows[rows(fingerprints.get(i), fingerprints.get(j))]++;
        otherBits[Long.bitCount(hashes.get(i) ^ hashes.get(j))]++;
      }
    }
    System.out.printf("%d texts with a fingerprint%n", fingerprints.size());
    print(System.out, alikeRows, otherRows, alikeBits, otherBits);
  }

  private static void print(
      PrintStream out, long[] alikeRows, long[] otherRows, long[] alikeBits, long[] otherBits) {
    for (int rows = ROWS / 4; rows <= ROWS * 3 / 4; rows += 4) {
      out.printf(
          "MinHash, at least %d of %d rows equal: recall %.4f, false pairs a million %.2f%n",
          rows, ROWS, share(alikeRows, rows, ROWS), 1e6 * share(otherRows, rows, ROWS));
    }
    for (int bits = 3; bits <= 20; bits++) {
      out.printf(
          "SimHash, at most %d of %d bits different: recall %.4f, false pairs a million %.2f%n",
          bits, BITS, share(alikeBits, 0, bits), 1e6 * share(otherBits, 0, bits));
    }
  }

  private static int rows(Fingerprint one, Fingerprint other) {
    return (int) Math.round(one.similarity(other) * ROWS);
  }

  private static double share(long[] counts, int from, int to) {
    long all = 0;
    long within = 0;
    for (int i = 0; i < counts.length; i++) {
      all += counts[i];
      within += i >= from && i <= to ? counts[i] : 0;
    }
    return (double) within / all;
  }

  private static String changed(String text, Random random) {
    StringBuilder changed = new StringBuilder(NAMES[random.nextInt(NAMES.length)]);
    text.chars()
        .forEach(
            c ->
                changed.append(
                    c >= '0' && c <= '9' ? (char) ('0' + random.nextInt(10)) : (char) c));
    return changed.toString();
  }
}
