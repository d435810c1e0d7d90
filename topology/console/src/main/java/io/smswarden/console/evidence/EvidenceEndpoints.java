package io.smswarden.console.evidence;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.smswarden.console.evidence.EvidenceSource.By;
import io.smswarden.console.evidence.EvidenceSource.Export;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.JsonBody;
import io.smswarden.console.http.Permission;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Routes;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Exports of evidence. */
public final class EvidenceEndpoints implements Endpoints {

  private static final String VERIFIED = "Evidence-Verified";
  private static final int LONGEST_VALUE = 8192;
  private static final int LONGEST_REASON = 500;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(20);

  private final EvidenceSource source;
  private final Gate gate;

  /** Each reads the evidence's topics whole. */
  private final Semaphore turn = new Semaphore(1);

  /** Exports of a source. */
  public EvidenceEndpoints(EvidenceSource source, Gate gate) {
    this.source = source;
    this.gate = gate;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/evidence/export", Permission.EVIDENCE, this::export);
  }

  private void export(Context ctx) throws IOException {
    JsonBody body = JsonBody.of(ctx, "sender", "subscriber", "case", "reason");
    Map<By, String> wanted = new EnumMap<>(By.class);
    for (By by : By.values()) {
      String field = by.name().toLowerCase(Locale.ROOT);
      body.optionalText(field).ifPresent(given -> wanted.put(by, body.line(field, LONGEST_VALUE)));
    }
    if (wanted.size() != 1) {
      throw ProblemException.invalid("give one of sender, subscriber and case", List.of());
    }
    String reason = body.line("reason", LONGEST_REASON);
    Caller caller = Routes.caller(ctx);
    By by = wanted.keySet().iterator().next();
    String value = wanted.get(by);
    gate.audit(caller, "EVIDENCE_EXPORT", by.name().toLowerCase(Locale.ROOT) + ":" + value, reason);
    Export export =
        inTurn(() -> source.export(by, value, caller.name()))
            .orElseThrow(
                () -> ProblemException.of(HttpStatus.NOT_FOUND, "there is no such evidence"));
    ctx.contentType("application/zip")
        .header(Header.CONTENT_DISPOSITION, "attachment; filename=\"evidence.zip\"")
        .header(VERIFIED, Boolean.toString(export.verified()));
    export.zip().to(ctx.outputStream());
  }

  private <T> T inTurn(Supplier<T> work) {
    if (!turn.tryAcquire()) {
      throw ProblemException.later(
          HttpStatus.SERVICE_UNAVAILABLE, "another export is made; wait for its end", RETRY_AFTER);
    }
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(e.getMessage(), List.of());
    } catch (IllegalStateException e) {
      throw ProblemException.of(HttpStatus.CONFLICT, e.getMessage());
    } finally {
      turn.release();
    }
  }
}
