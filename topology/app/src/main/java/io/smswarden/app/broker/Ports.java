package io.smswarden.app.broker;

import io.smswarden.app.exit.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The two loopback ports of a broker.
 *
 * @param clients what clients connect to
 * @param controller what the broker talks to its own controller by
 */
record Ports(int clients, int controller) {

  static Ports free() {
    // Both held at the same time, so that they differ.
    try (ServerSocket clients = bind(0);
        ServerSocket controller = bind(0)) {
      return new Ports(clients.getLocalPort(), controller.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Ports withClients(int port) {
    try (ServerSocket clients = bind(port);
        ServerSocket controller = bind(0)) {
      return new Ports(clients.getLocalPort(), controller.getLocalPort());
    } catch (IOException e) {
      throw UserError.wrongUse(
          "port " + port + " of 127.0.0.1 is taken; give another one with --port", e);
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }
}
