package io.smswarden.console.sender;

import io.javalin.http.Context;
import io.smswarden.console.http.Query;
import io.smswarden.schemas.Category;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of the suspicious senders are wanted, and in what order.
 *
 * @param region its id, or a country of which all regions are wanted
 * @param part of the sender or its organisation
 */
record TopQuery(
    Optional<Category> category,
    Optional<String> region,
    Optional<String> organisation,
    Optional<String> part,
    Comparator<TopRow> order) {

  static TopQuery of(Context ctx) {
    String sort =
        Query.word(ctx, "sort", "suspicion", "complaints", "flagged", "lastSeen")
            .orElse("suspicion");
    Comparator<TopRow> ascending =
        switch (sort) {
          case "complaints" -> Comparator.comparingLong(row -> row.top().getComplaints());
          case "flagged" -> Comparator.comparingLong(row -> row.top().getFlagged());
          case "lastSeen" -> Comparator.comparing(row -> row.top().getLastSeen());
          default -> Comparator.comparingDouble(row -> row.top().getSuspicion());
        };
    boolean rising = Query.word(ctx, "order", "asc", "desc").filter("asc"::equals).isPresent();
    return new TopQuery(
        Query.constant(ctx, "category", Category.class),
        Query.text(ctx, "region"),
        Query.text(ctx, "organisation"),
        Query.text(ctx, "q").map(part -> part.toLowerCase(Locale.ROOT)),
        rising ? ascending : ascending.reversed());
  }

  List<TopRow> of(List<TopRow> rows) {
    return rows.stream().filter(this::matches).sorted(order).toList();
  }

  private boolean matches(TopRow row) {
    return category
            .map(wanted -> row.category().filter(wanted.name()::equals).isPresent())
            .orElse(true)
        && region.map(wanted -> row.region().filter(it -> in(it, wanted)).isPresent()).orElse(true)
        && organisation.map(wanted -> wanted.equals(row.top().getOrganisation())).orElse(true)
        && part.map(wanted -> names(row).contains(wanted)).orElse(true);
  }

  private static boolean in(String region, String wanted) {
    return region.equals(wanted) || region.startsWith(wanted + "/");
  }

  private static String names(TopRow row) {
    String organisation = row.top().getOrganisation();
    return (row.sender().value() + " " + (organisation == null ? "" : organisation))
        .toLowerCase(Locale.ROOT);
  }
}
