package io.smswarden.filter.model;

import io.smswarden.filter.text.TextViews;
import java.util.List;

/**
 * What a part is trained on.
 *
 * @param all the texts as they are, then some of them rewritten
 * @param originals how many of them are as they are
 * @param origins of each rewritten one, which text it was
 */
record Material(List<Example> all, int originals, List<Integer> origins) {

  private static final int SAME_HEAD = 12;

  Material {
    all = List.copyOf(all);
    origins = List.copyOf(origins);
  }

  /** Folds by example: near-duplicates (same first words) and rewritten texts in that of theirs. */
  int[] folds(int count) {
    TextViews views = new TextViews();
    int[] folds = new int[all.size()];
    for (int i = 0; i < originals; i++) {
      views.read(all.get(i).text());
      int end = Math.min(SAME_HEAD, views.model().length());
      folds[i] = Math.floorMod(views.model().subSequence(0, end).toString().hashCode() * 31, count);
    }
    for (int i = originals; i < folds.length; i++) {
      folds[i] = folds[origins.get(i - originals)];
    }
    return folds;
  }
}
