package io.smswarden.console.warning;

import io.javalin.http.Context;
import io.smswarden.console.http.Query;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which warnings are wanted; what is empty is not asked about.
 *
 * @param from the first event time
 * @param to behind the last event time
 * @param minScore the lowest score
 */
record WarningFilter(
    Optional<SenderId> sender,
    Optional<Category> category,
    Optional<Action> action,
    Optional<String> organisation,
    Optional<Instant> from,
    Optional<Instant> to,
    OptionalDouble minScore) {

  static WarningFilter of(Context ctx) {
    return new WarningFilter(
        Query.text(ctx, "sender").map(SenderId::new),
        Query.constant(ctx, "category", Category.class),
        Query.constant(ctx, "action", Action.class),
        Query.text(ctx, "organisation"),
        Query.time(ctx, "from"),
        Query.time(ctx, "to"),
        Query.share(ctx, "minScore"));
  }

  boolean matches(Warning warning) {
    Verdict verdict = warning.getVerdict();
    return sender.map(wanted -> wanted.value().equals(verdict.getSender())).orElse(true)
        && category.map(wanted -> wanted == verdict.getCategory()).orElse(true)
        && action.map(wanted -> wanted == verdict.getAction()).orElse(true)
        && organisation.map(wanted -> wanted.equals(warning.getOrganisation())).orElse(true)
        && from.map(wanted -> !verdict.getEventTime().isBefore(wanted)).orElse(true)
        && to.map(wanted -> verdict.getEventTime().isBefore(wanted)).orElse(true)
        && (minScore.isEmpty() || verdict.getScore() >= minScore.getAsDouble());
  }
}
