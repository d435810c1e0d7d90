package io.smswarden.console.http;

/** The routes of one feature. */
public interface Endpoints {

  /** Declares them. */
  void addTo(Routes routes);
}
