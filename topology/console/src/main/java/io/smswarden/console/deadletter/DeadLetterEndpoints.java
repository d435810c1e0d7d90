package io.smswarden.console.deadletter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.BaseEncoding;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.feed.Backwards;
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
import io.smswarden.console.http.Routes;
import io.smswarden.console.view.RecordJson;
import io.smswarden.console.view.RecordView;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Records that could not be processed: to look at, and to send through again. */
public final class DeadLetterEndpoints implements Endpoints {

  private static final Pattern ID = Pattern.compile("([0-9]{1,6})-([0-9]{1,18})");
  private static final int MOST_AT_ONCE = 500;
  private static final int PREVIEW_BYTES = 4096;

  private static final Set<String> TOPICS =
      Topics.ALL.stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());

  private final Log<String, DeadLetter> letters;
  private final Replays replays;
  private final Gate gate;

  /** Dead letters of a log. */
  public DeadLetterEndpoints(Log<String, DeadLetter> letters, Replays replays, Gate gate) {
    this.letters = letters;
    this.replays = replays;
    this.gate = gate;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/dead-letters", Permission.DEAD_LETTERS, this::list);
    routes.get("/dead-letters/{id}", Permission.DEAD_LETTERS, this::look);
    routes.post("/dead-letters/replay", Permission.DEAD_LETTERS_REPLAY, this::replay);
  }

  private void list(Context ctx) {
    Search.Found<String, DeadLetter> found = Search.part(letters, Paging.of(ctx), wanted(ctx));
    Map<Integer, Long> replayed = replays.replayedUpTo();
    Json.write(
        ctx,
        Paging.list(
            found.entries().stream().map(entry -> json(entry, replayed)).toList(), found.next()));
  }

  private static Predicate<Entry<String, DeadLetter>> wanted(Context ctx) {
    Optional<DeadLetterReason> reason = Query.constant(ctx, "reason", DeadLetterReason.class);
    Optional<String> topic = Query.text(ctx, "topic");
    return entry ->
        reason.map(wanted -> wanted == entry.value().getReason()).orElse(true)
            && topic.map(wanted -> wanted.equals(entry.value().getOriginTopic())).orElse(true);
  }

  private static ObjectNode json(Entry<String, DeadLetter> entry, Map<Integer, Long> replayed) {
    DeadLetter letter = entry.value();
    return Json.object()
        .put("id", entry.id())
        .put("at", entry.time().toString())
        .put("replayed", entry.offset() < replayed.getOrDefault(entry.partition(), 0L))
        .put("keyBytes", size(letter.getKey()))
        .put("valueBytes", size(letter.getValue()))
        .setAll(RecordJson.of(letter));
  }

  private static Integer size(ByteBuffer bytes) {
    return bytes == null ? null : bytes.remaining();
  }

  private void look(Context ctx) {
    String id = ctx.pathParam("id");
    Entry<String, DeadLetter> entry =
        find(id)
            .orElseThrow(
                () ->
                    ProblemException.of(HttpStatus.NOT_FOUND, "no such dead letter, or no longer"));
    boolean clear = RecordView.of(ctx, gate).isClear("dead-letter:" + id);
    ObjectNode json = json(entry, replays.replayedUpTo());
    json.set("key", clear ? preview(entry.value().getKey()) : null);
    json.set("value", clear ? preview(entry.value().getValue()) : null);
    Json.write(ctx, json);
  }

  private static ObjectNode preview(ByteBuffer bytes) {
    if (bytes == null) {
      return null;
    }
    byte[] first = new byte[Math.min(PREVIEW_BYTES, bytes.remaining())];
    bytes.duplicate().get(first);
    return Json.object()
        .put("hex", BaseEncoding.base16().lowerCase().encode(first))
        .put("utf8", new String(first, StandardCharsets.UTF_8));
  }

  private Optional<Entry<String, DeadLetter>> find(String id) {
    Matcher place = ID.matcher(id);
    return place.matches()
        ? Backwards.at(letters, Integer.parseInt(place.group(1)), Long.parseLong(place.group(2)))
        : Optional.empty();
  }

  private void replay(Context ctx) {
    Caller caller = Routes.caller(ctx);
    Set<String> ids = new LinkedHashSet<>(JsonBody.of(ctx, "ids").texts("ids", MOST_AT_ONCE));
    List<DeadLetter> found =
        ids.stream()
            .map(this::find)
            .flatMap(Optional::stream)
            .map(Entry::value)
            .filter(letter -> TOPICS.contains(letter.getOriginTopic()))
            .toList();
    if (!found.isEmpty()) {
      gate.audit(caller, "DEAD_LETTERS_REPLAY", "", String.join(" ", ids));
      replays.replay(found);
    }
    ctx.status(HttpStatus.ACCEPTED)
        .json(Map.of("replayed", found.size(), "skipped", ids.size() - found.size()));
  }
}
