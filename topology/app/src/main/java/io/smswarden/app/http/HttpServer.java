package io.smswarden.app.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import io.smswarden.app.config.TlsFiles;
import io.smswarden.app.exit.UserError;
import io.smswarden.app.metrics.Metrics;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Serves {@code /metrics}, {@code /health/live}, {@code /health/ready}, and what is added. */
public final class HttpServer implements AutoCloseable {

  /** A hundred texts of 64 KiB to be scored, and what is around them; a large rule set as well. */
  private static final long LARGEST_REQUEST = 8L << 20;

  private final Javalin javalin;

  private HttpServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any that is free
   * @param tls the certificate; empty to listen without TLS
   * @param routes adds more
   * @throws UserError when the address can't be listened on
   */
  public static HttpServer start(
      String host,
      int port,
      Optional<TlsFiles> tls,
      Metrics metrics,
      Health health,
      Consumer<JavalinConfig> routes) {
    Optional<Tls.Identity> identity = tls.map(Tls::read);
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              identity.ifPresent(shown -> listen(config, host, port, shown));
              config.http.maxRequestSize = LARGEST_REQUEST;
              config.routes.get(
                  "/metrics",
                  ctx -> ctx.contentType(Metrics.CONTENT_TYPE).result(metrics.scrape()));
              config.routes.get("/health/live", ctx -> answer(ctx, "live", health.dead()));
              config.routes.get("/health/ready", ctx -> answer(ctx, "ready", health.unready()));
              routes.accept(config);
            });
    try {
      return new HttpServer(javalin.start(host, port));
    } catch (JavalinException e) {
      javalin.stop();
      throw UserError.wrongUse(
          "can't listen on %s:%d: %s; set smswarden.http.host and smswarden.http.port"
              .formatted(host, port, rootMessage(e)),
          e);
    }
  }

  private static void listen(JavalinConfig config, String host, int port, Tls.Identity identity) {
    config.jetty.addConnector(
        (server, http) -> {
          SslContextFactory.Server ssl = new SslContextFactory.Server();
          ssl.setKeyStore(identity.keys());
          ssl.setKeyStorePassword(identity.password());
          HttpConfiguration secure = new HttpConfiguration(http);
          // Probes and other instances come by address; the console checks names itself.
          secure.addCustomizer(new SecureRequestCustomizer(false));
          ServerConnector connector =
              new ServerConnector(
                  server,
                  new SslConnectionFactory(ssl, HttpVersion.HTTP_1_1.asString()),
                  new HttpConnectionFactory(secure));
          connector.setHost(host);
          connector.setPort(port);
          return connector;
        });
  }

  /** The port that is listened on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void answer(Context ctx, String asked, Optional<String> reason) {
    ctx.status(reason.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .json(
            reason
                .map(why -> Map.of("status", "not " + asked, "reason", why))
                .orElse(Map.of("status", asked)));
  }

  private static String rootMessage(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }
}
