package io.smswarden.app.exit;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jline.utils.Signals;

/**
 * Ctrl-C or a service manager's SIGTERM, as a wish and not as a blow: the command comes to its end
 * by itself, with its own exit code. Who asks twice is obeyed at once.
 */
public final class StopSignal {

  private static final List<String> SIGNALS = List.of("INT", "TERM");

  private final CompletableFuture<Void> asked = new CompletableFuture<>();

  /** Takes the process's signals from now on. */
  public static StopSignal install() {
    StopSignal stop = new StopSignal();
    SIGNALS.forEach(
        signal ->
            Signals.register(
                signal,
                () -> {
                  SIGNALS.forEach(Signals::registerDefault);
                  stop.ask();
                }));
    return stop;
  }

  /** Asks as a signal would. */
  public void ask() {
    asked.complete(null);
  }

  /** Whether the command is to stop. */
  public boolean isAsked() {
    return asked.isDone();
  }

  /** Done when the command is to stop. */
  public CompletableFuture<Void> asked() {
    return asked.copy();
  }
}
