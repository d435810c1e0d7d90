package io.smswarden.console.pages;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.smswarden.console.http.Endpoints;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Routes;
import java.util.Optional;

/** The web pages: static files, which ask the API for all that they show. */
public final class Pages implements Endpoints {

  /** Nothing of another host, nothing written into the page itself, no frame around it. */
  private static final String POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final String START = "index.html";

  private final Files files = new Files();

  @Override
  public void addTo(Routes routes) {
    routes.page("/", ctx -> send(START, ctx));
    routes.page("/" + START, ctx -> send(START, ctx));
    routes.page("/web/<file>", ctx -> send(ctx.pathParam("file"), ctx));
  }

  private void send(String name, Context ctx) {
    Optional<Files.File> found = files.find(name);
    if (found.isEmpty()) {
      throw ProblemException.of(HttpStatus.NOT_FOUND, "there is no such page");
    }
    Files.File file = found.get();
    ctx.header(Header.ETAG, file.tag())
        // Kept by the browser, and asked for each time whether it is still the same.
        .header(Header.CACHE_CONTROL, "no-cache")
        .header(Header.X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(Header.REFERRER_POLICY, "no-referrer")
        .header(Header.CONTENT_SECURITY_POLICY, POLICY);
    if (file.tag().equals(ctx.header(Header.IF_NONE_MATCH))) {
      ctx.status(HttpStatus.NOT_MODIFIED);
    } else {
      ctx.contentType(file.type()).result(file.content());
    }
  }
}
