package io.smswarden.filter.look;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The second look's file, big-endian: magic, format, version, the text model's version, then for
 * Chinese and for other texts the networks.
 */
final class LookFile {

  private static final int MAGIC = 0x534D5332; // SMS2
  private static final int FORMAT = 1;
  private static final int VERSION_BYTES = 6;
  private static final int MOST_NETWORKS = 100;
  private static final int MOST_UNITS = 10_000;

  private LookFile() {}

  static void write(SecondLook look, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeInt(FORMAT);
    data.writeUTF(look.version());
    writeBody(look, data);
    data.flush();
  }

  static SecondLook read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    try {
      if (data.readInt() != MAGIC) {
        throw new IOException("not a second look: its first four bytes are not SMS2");
      }
      int format = data.readInt();
      if (format != FORMAT) {
        throw new IOException("second look of format " + format + "; this program reads " + FORMAT);
      }
      String version = data.readUTF();
      String model = data.readUTF();
      SecondLook look = new SecondLook(readNetworks(data), readNetworks(data), model);
      if (!look.version().equals(version)) {
        throw new IOException("second look is damaged: its content does not match " + version);
      }
      return look;
    } catch (EOFException e) {
      throw new IOException("second look is cut short", e);
    }
  }

  static String contentHash(SecondLook look) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      writeBody(look, new DataOutputStream(bytes));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void writeBody(SecondLook look, DataOutputStream out) throws IOException {
    out.writeUTF(look.model());
    writeNetworks(look.chinese(), out);
    writeNetworks(look.other(), out);
  }

  private static void writeNetworks(List<Network> networks, DataOutputStream out)
      throws IOException {
    out.writeInt(networks.size());
    for (Network network : networks) {
      out.writeInt(network.units());
      for (float parameter : network.parameters()) {
        out.writeFloat(parameter);
      }
    }
  }

  private static List<Network> readNetworks(DataInputStream in) throws IOException {
    int count = atMost(MOST_NETWORKS, in.readInt());
    List<Network> networks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int units = atMost(MOST_UNITS, in.readInt());
      float[] parameters = new float[Network.size(units)];
      for (int k = 0; k < parameters.length; k++) {
        parameters[k] = in.readFloat();
      }
      networks.add(new Network(units, parameters));
    }
    return networks;
  }

  private static int atMost(int most, int count) throws IOException {
    if (count < 0 || count > most) {
      throw new IOException("second look is damaged: " + count + " where at most " + most + " is");
    }
    return count;
  }
}
