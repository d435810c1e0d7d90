package io.smswarden.console.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Streams of server-sent events, each with a thread of its own. Javalin's handler for them goes on
 * with a request after its client is gone, when Jetty has emptied it already, and fails; here such
 * a request is given up.
 */
final class EventStreams {

  private static final String TYPE = "text/event-stream";

  private final AtomicInteger started = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "events-" + started.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  /** Refuses who does not ask for events. */
  static void require(Context ctx) {
    if (!String.valueOf(ctx.header("Accept")).contains(TYPE)) {
      throw ProblemException.of(
          HttpStatus.NOT_ACCEPTABLE, "this is a stream of events: send Accept: " + TYPE);
    }
  }

  /** Answers with a stream. */
  void begin(Context ctx, Consumer<SseClient> reader) {
    HttpServletResponse response = ctx.res();
    response.setStatus(HttpStatus.OK.getCode());
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setContentType(TYPE);
    response.addHeader("Connection", "close");
    response.addHeader("Cache-Control", "no-cache");
    // Else nginx holds events back until it has a buffer full of them.
    response.addHeader("X-Accel-Buffering", "no");
    try {
      response.flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException("the reader of a stream is gone already", e);
    }
    ctx.future(
        () -> {
          CompletableFuture<Void> ended = new CompletableFuture<>();
          AsyncContext request = ctx.req().getAsyncContext();
          SseClient client = new SseClient(ctx);
          request.addListener(new Goodbye(client));
          threads.execute(() -> read(client, reader, ended, request));
          return ended;
        });
  }

  private static void read(
      SseClient client,
      Consumer<SseClient> reader,
      CompletableFuture<Void> ended,
      AsyncContext request) {
    try {
      reader.accept(client);
    } finally {
      if (client.terminated()) {
        giveUp(request);
      } else {
        ended.complete(null);
      }
    }
  }

  /** Jetty's word that the client is gone, which may come while nothing is sent. */
  private record Goodbye(SseClient client) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      client.close();
    }

    @Override
    public void onError(AsyncEvent event) {
      client.close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      client.close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // It has begun already.
    }
  }

  private static void giveUp(AsyncContext request) {
    try {
      request.complete();
    } catch (IllegalStateException e) {
      // Jetty was the first to see that the client is gone.
    }
  }
}
