package io.smswarden.app.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How large a campaign is.
 *
 * @param kind entry of mix.yaml
 * @param ordinal from 1 among those of its kind
 * @param messages how many it sends
 * @param numbers from how many numbers
 */
record CampaignPlan(Map<?, ?> kind, int ordinal, long messages, int numbers) {

  /** Numbers of one campaign, at least and at most. */
  static final int FEWEST_NUMBERS = 20;

  static final int MOST_NUMBERS = 2_000;

  private static final int MESSAGES_A_CAMPAIGN = 150;
  private static final int MOST_CAMPAIGNS_OF_A_KIND = 12;

  /** About so many messages before a number is dropped. */
  private static final int MESSAGES_A_NUMBER = 4;

  /** As many campaigns of each kind as its share of the day makes worth while. */
  static List<CampaignPlan> usual(List<Map<?, ?>> kinds, long messages, SplittableRandom seeds) {
    List<CampaignPlan> plans = new ArrayList<>();
    for (Map<?, ?> kind : kinds) {
      long total = (long) (messages * share(kind) / 100);
      int count =
          (int) Math.max(1, Math.min(MOST_CAMPAIGNS_OF_A_KIND, total / MESSAGES_A_CAMPAIGN));
      long[] sizes = divided(total, seeds.split().doubles(count, 0.5, 2.0).toArray());
      for (int i = 0; i < count; i++) {
        plans.add(new CampaignPlan(kind, i + 1, sizes[i], numbers(sizes[i])));
      }
    }
    return plans;
  }

  /**
   * A given number of campaigns, which send together what all kinds would. They rotate from {@link
   * #FEWEST_NUMBERS} to {@link #MOST_NUMBERS} numbers, in even steps of the logarithm; a campaign
   * with fewer messages than numbers uses each once.
   */
  static List<CampaignPlan> exactly(
      int count, List<Map<?, ?>> kinds, long messages, SplittableRandom random) {
    List<Map<?, ?>> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(kinds.get(count < kinds.size() ? i * kinds.size() / count : i % kinds.size()));
    }
    double[] weights =
        chosen.stream().mapToDouble(kind -> share(kind) * random.nextDouble(0.5, 2.0)).toArray();
    double percent = kinds.stream().mapToDouble(CampaignPlan::share).sum();
    long[] sizes = divided((long) (messages * percent / 100), weights);
    int[] numbers = rotations(sizes, random);
    List<CampaignPlan> plans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      plans.add(new CampaignPlan(chosen.get(i), 1 + i / kinds.size(), sizes[i], numbers[i]));
    }
    return plans;
  }

  private static int numbers(long messages) {
    return (int) Math.max(FEWEST_NUMBERS, Math.min(MOST_NUMBERS, messages / MESSAGES_A_NUMBER));
  }

  /** The most numbers first, each time to one of the campaigns with a message for each. */
  private static int[] rotations(long[] sizes, SplittableRandom random) {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      left.add(i);
    }
    left.sort(Comparator.comparingLong((Integer i) -> sizes[i]).reversed());
    int[] numbers = new int[sizes.length];
    for (int rank = 0; rank < sizes.length; rank++) {
      double exponent = sizes.length == 1 ? 0.5 : 1.0 - (double) rank / (sizes.length - 1);
      int wanted =
          (int)
              Math.round(
                  FEWEST_NUMBERS * Math.pow((double) MOST_NUMBERS / FEWEST_NUMBERS, exponent));
      int large = (int) left.stream().filter(i -> sizes[i] >= wanted).count();
      int campaign = left.remove(random.nextInt(Math.max(1, large)));
      numbers[campaign] = (int) Math.max(1, Math.min(wanted, sizes[campaign]));
    }
    return numbers;
  }

  /** Divides a whole by weights, without losing one. */
  private static long[] divided(long total, double[] weights) {
    double all = Arrays.stream(weights).sum();
    long[] parts = new long[weights.length];
    double reached = 0;
    long given = 0;
    for (int i = 0; i < weights.length; i++) {
      reached += weights[i];
      long until = i == weights.length - 1 ? total : (long) (total * reached / all);
      parts[i] = until - given;
      given = until;
    }
    return parts;
  }

  private static double share(Map<?, ?> kind) {
    return ((Number) kind.get("share")).doubleValue();
  }
}
