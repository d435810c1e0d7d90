package io.smswarden.console;

import io.javalin.config.JavalinConfig;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.Routes;
import java.util.List;

/** The HTTP API and the web pages, to be added to a server. */
public final class Console {

  private final Gate gate;
  private final List<Endpoints> features;

  /** A console. */
  public Console(Gate gate, List<Endpoints> features) {
    this.gate = gate;
    this.features = List.copyOf(features);
  }

  /**
   * Adds all routes to a server that has not started.
   *
   * @return what was added
   */
  public List<Routes.Route> addTo(JavalinConfig config) {
    Routes routes = new Routes(config, gate);
    features.forEach(feature -> feature.addTo(routes));
    return routes.all();
  }
}
