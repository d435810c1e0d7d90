package io.smswarden.console.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.smswarden.streams.StateNotReadyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All routes of the console, each with the permission that it asks for. There is no other way to
 * add one, so that none can be without.
 */
public final class Routes {

  /** The path that all routes of the API start with. */
  public static final String API = "/api/v1";

  private static final String CALLER = "smswarden.caller";

  private final JavalinConfig config;
  private final Gate gate;
  private final List<Route> routes = new ArrayList<>();
  private final EventStreams streams = new EventStreams();

  /**
   * A route, as the OpenAPI document must have it; {@code {name}} stands for a part of the path.
   */
  public record Route(String method, String path, Permission permission) {}

  /** No routes yet. */
  public Routes(JavalinConfig config, Gate gate) {
    this.config = config;
    this.gate = gate;
    config.routes.before(gate::meet);
    config.routes.exception(ProblemException.class, Problems::write);
    config.routes.exception(StateNotReadyException.class, Problems::write);
    config.routes.exception(HttpResponseException.class, Problems::write);
    config.routes.exception(Exception.class, Problems::fault);
  }

  /** Adds {@code GET API + path}. */
  public void get(String path, Permission permission, Handler handler) {
    add(HandlerType.GET, path, permission, handler);
  }

  /** Adds {@code POST API + path}. */
  public void post(String path, Permission permission, Handler handler) {
    add(HandlerType.POST, path, permission, handler);
  }

  /** Adds {@code PUT API + path}. */
  public void put(String path, Permission permission, Handler handler) {
    add(HandlerType.PUT, path, permission, handler);
  }

  /** Adds {@code DELETE API + path}. */
  public void delete(String path, Permission permission, Handler handler) {
    add(HandlerType.DELETE, path, permission, handler);
  }

  /**
   * Adds {@code GET API + path} as a stream of server-sent events.
   *
   * @param admission asked before the stream begins; refuses by a {@link ProblemException}
   * @param reader sends events until the client is gone or the stream is to end, and returns then;
   *     has a thread of its own
   */
  public void events(
      String path, Permission permission, Consumer<Context> admission, Consumer<SseClient> reader) {
    add(
        HandlerType.GET,
        path,
        permission,
        ctx -> {
          EventStreams.require(ctx);
          admission.accept(ctx);
          streams.begin(ctx, reader);
        });
  }

  /**
   * Adds {@code GET path} outside of the API, for everybody: the pages, which hold no data.
   *
   * @param path where {@code <name>} stands for any number of parts
   */
  public void page(String path, Handler handler) {
    config.routes.addHttpHandler(HandlerType.GET, path, handler);
  }

  /** What was added to the API. */
  public List<Route> all() {
    return List.copyOf(routes);
  }

  /** Who sends an admitted request; of no route that is public. */
  public static Caller caller(Context request) {
    Caller caller = request.attribute(CALLER);
    if (caller == null) {
      throw new IllegalStateException("a public route asks who calls");
    }
    return caller;
  }

  private void add(HandlerType method, String path, Permission permission, Handler handler) {
    routes.add(new Route(method.name(), API + path, permission));
    config.routes.addHttpHandler(
        method,
        API + path,
        ctx -> {
          admit(ctx, permission);
          handler.handle(ctx);
        });
  }

  private void admit(Context ctx, Permission permission) {
    if (permission == Permission.PUBLIC) {
      return;
    }
    Caller caller =
        gate.caller(ctx)
            .orElseThrow(
                () -> ProblemException.of(HttpStatus.UNAUTHORIZED, "sign in, or send an API key"));
    if (!caller.may(permission)) {
      throw ProblemException.of(
          HttpStatus.FORBIDDEN,
          "the role %s does not have %s".formatted(caller.role(), permission));
    }
    ctx.attribute(CALLER, caller);
  }
}
