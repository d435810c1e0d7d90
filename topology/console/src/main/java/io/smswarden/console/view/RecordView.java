package io.smswarden.console.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Query;
import io.smswarden.console.http.Routes;
import java.util.function.Consumer;
import org.apache.avro.generic.IndexedRecord;

/**
 * Records as one caller sees them: people's data masked, or in clear when the caller may and asks
 * with {@code ?unmask=true}; then each record is told to the audit log.
 */
public final class RecordView {

  private static final RecordView MASKED = new RecordView(false, record -> {});

  private final boolean clear;
  private final Consumer<String> look;

  private RecordView(boolean clear, Consumer<String> look) {
    this.clear = clear;
    this.look = look;
  }

  /**
   * What a request's caller sees.
   *
   * @throws ProblemException 403 when it asks for what it may not see
   */
  public static RecordView of(Context ctx, Gate gate) {
    if (!Query.flag(ctx, "unmask")) {
      return MASKED;
    }
    Caller caller = Routes.caller(ctx);
    if (!caller.may(Permission.UNMASK)) {
      throw ProblemException.of(
          HttpStatus.FORBIDDEN, "the role %s does not see people's data".formatted(caller.role()));
    }
    String path = ctx.path();
    return new RecordView(true, record -> gate.audit(caller, "UNMASK", record, path));
  }

  /** What everybody sees. */
  public static RecordView masked() {
    return MASKED;
  }

  /** What a subscriber sees of itself. */
  public static RecordView own() {
    return new RecordView(true, record -> {});
  }

  /**
   * Whether somebody's data in a record is shown in clear; if so, the look is on record.
   *
   * @param subject what the audit log calls the record; no number of a person
   */
  public boolean isClear(String subject) {
    if (clear) {
      look.accept(subject);
    }
    return clear;
  }

  /**
   * A record as JSON.
   *
   * @param subject what the audit log calls it; no number of a person
   */
  public ObjectNode show(IndexedRecord record, String subject) {
    return show(RecordJson.of(record), subject);
  }

  /** The same of JSON that was made of a record, which is changed. */
  public ObjectNode show(ObjectNode record, String subject) {
    if (!clear) {
      Masking.mask(record);
    } else if (Masking.concerns(record)) {
      look.accept(subject);
    }
    return record;
  }
}
