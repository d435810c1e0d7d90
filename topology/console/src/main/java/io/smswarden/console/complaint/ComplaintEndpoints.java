package io.smswarden.console.complaint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.feed.Entry;
import io.smswarden.console.feed.Log;
import io.smswarden.console.feed.Search;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.JsonBody;
import io.smswarden.console.http.Paging;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Query;
import io.smswarden.console.http.Role;
import io.smswarden.console.http.Routes;
import io.smswarden.console.topic.TopicWriter;
import io.smswarden.console.view.RecordJson;
import io.smswarden.console.view.RecordView;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.ComplaintReply;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.ReplyKind;
import io.smswarden.schemas.ReportChannel;
import io.smswarden.streams.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The complaints' desk: what subscribers report, and what they were told. */
public final class ComplaintEndpoints implements Endpoints {

  /** A message of 255 parts in UCS-2, the longest there is, has fewer characters. */
  private static final int LONGEST_TEXT = 20_000;

  private static final int LARGEST_BODY = 4 * LONGEST_TEXT + JsonBody.USUAL_SIZE;
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_SENDER = 64;

  private final Log<Msisdn, ComplaintReport> reports;
  private final Replies replies;
  private final TopicWriter writer;
  private final Gate gate;
  private final InstantSource clock;
  private final String region;

  /**
   * A desk.
   *
   * @param region ISO 3166-1 code of the operator's country
   */
  public ComplaintEndpoints(
      Log<Msisdn, ComplaintReport> reports,
      Log<Msisdn, ComplaintReply> replies,
      TopicWriter writer,
      Gate gate,
      InstantSource clock,
      String region) {
    this.reports = reports;
    this.replies = new Replies(replies);
    this.writer = writer;
    this.gate = gate;
    this.clock = clock;
    this.region = region;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/complaints", Permission.COMPLAIN, this::submit);
    routes.get("/complaints", Permission.READ, this::list);
  }

  private void submit(Context ctx) {
    Caller caller = Routes.caller(ctx);
    JsonBody body =
        JsonBody.of(ctx, LARGEST_BODY, "complainant", "sender", "messageId", "text", "category");
    Msisdn complainant = complainant(body, caller);
    Optional<String> sender =
        body.optionalText("sender").map(given -> body.line("sender", LONGEST_SENDER));
    Optional<String> messageId =
        body.optionalText("messageId").map(given -> body.line("messageId", LONGEST_ID));
    Optional<String> text = body.optionalText("text");
    if (sender.isEmpty() && messageId.isEmpty() && text.isEmpty()) {
      throw invalid("say what is complained of: sender, messageId or text");
    }
    if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
      throw invalid("the text has more than %d characters".formatted(LONGEST_TEXT));
    }
    String id = UUID.randomUUID().toString();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ComplaintReport report =
        new ComplaintReport(
            id,
            complainant.value(),
            caller.role() == Role.APP ? ReportChannel.API : ReportChannel.CONSOLE,
            text.orElse(null),
            sender.orElse(null),
            messageId.orElse(null),
            body.optionalOneOf("category", Category.class).orElse(Category.UNKNOWN),
            now);
    gate.audit(caller, "COMPLAINT", "subscriber:" + complainant.value(), "report " + id);
    writer.write(Topics.REPORTS, complainant, report, now);
    ctx.status(HttpStatus.ACCEPTED).json(Map.of("id", id));
  }

  private Msisdn complainant(JsonBody body, Caller caller) {
    Optional<String> given = body.optionalText("complainant");
    if (given.isEmpty() && caller.only().isPresent()) {
      return caller.only().get();
    }
    Msisdn complainant =
        Msisdn.parse(given.orElseThrow(() -> invalid("complainant is missing")), region)
            .orElseThrow(() -> invalid("complainant must be a number such as +8613800000000"));
    if (!caller.concerns(complainant)) {
      throw ProblemException.of(HttpStatus.FORBIDDEN, "this key is bound to another subscriber");
    }
    return complainant;
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.invalid(detail, List.of());
  }

  private void list(Context ctx) {
    RecordView view = RecordView.of(ctx, gate);
    Search.Found<Msisdn, ComplaintReport> found = Search.part(reports, Paging.of(ctx), wanted(ctx));
    List<ObjectNode> items =
        found.entries().stream()
            .map(entry -> view.show(json(entry.value()), "report:" + entry.value().getId()))
            .toList();
    Json.write(ctx, Paging.list(items, found.next()));
  }

  private Predicate<Entry<Msisdn, ComplaintReport>> wanted(Context ctx) {
    Optional<SenderId> sender =
        Query.text(ctx, "sender").flatMap(given -> SenderId.parse(given, region));
    Optional<ReplyKind> state = Query.constant(ctx, "state", ReplyKind.class);
    return entry ->
        sender.map(wanted -> sender(entry.value()).filter(wanted::equals).isPresent()).orElse(true)
            && state
                .map(
                    wanted ->
                        replies.to(entry.value().getId()).orElse(ReplyKind.UNKNOWN).equals(wanted))
                .orElse(true);
  }

  private Optional<SenderId> sender(ComplaintReport report) {
    return Optional.ofNullable(report.getSender()).flatMap(given -> SenderId.parse(given, region));
  }

  private ObjectNode json(ComplaintReport report) {
    ObjectNode json = RecordJson.of(report);
    json.set("at", json.remove("reportedAt"));
    json.put("sender", sender(report).map(SenderId::value).orElse(report.getSender()));
    json.put("reply", replies.to(report.getId()).map(ReplyKind::name).orElse(null));
    return json;
  }
}
