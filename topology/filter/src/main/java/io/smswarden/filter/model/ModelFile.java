package io.smswarden.filter.model;

import io.smswarden.filter.verdict.Category;
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
import java.util.HexFormat;

/**
 * The model's file, big-endian: magic, format, version, names of the categories, then for Chinese
 * and for other texts by head its bits, unit, biases and weights.
 */
final class ModelFile {

  private static final int MAGIC = 0x534D5357; // SMSW
  private static final int FORMAT = 2;
  private static final int MAX_BITS = 23;
  private static final int VERSION_BYTES = 6;

  private ModelFile() {}

  static void write(TextModel model, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeInt(FORMAT);
    data.writeUTF(model.version());
    writeBody(model, data);
    data.flush();
  }

  static TextModel read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    try {
      if (data.readInt() != MAGIC) {
        throw new IOException("not a text model: its first four bytes are not SMSW");
      }
      int format = data.readInt();
      if (format != FORMAT) {
        throw new IOException("text model of format " + format + "; this program reads " + FORMAT);
      }
      String version = data.readUTF();
      for (Category category : Category.values()) {
        String name = data.readUTF();
        if (!name.equals(category.name())) {
          throw new IOException("text model of other categories (" + name + "): train it anew");
        }
      }
      TextModel model = new TextModel(readPart(data), readPart(data));
      if (!model.version().equals(version)) {
        throw new IOException("text model is damaged: its content does not match " + version);
      }
      return model;
    } catch (EOFException e) {
      throw new IOException("text model is cut short", e);
    }
  }

  static String contentHash(TextModel model) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      writeBody(model, new DataOutputStream(bytes));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void writeBody(TextModel model, DataOutputStream out) throws IOException {
    for (Category category : Category.values()) {
      out.writeUTF(category.name());
    }
    writePart(model.chinese(), out);
    writePart(model.other(), out);
  }

  private static void writePart(TextModel.Part part, DataOutputStream out) throws IOException {
    writeHead(part.unwanted(), out);
    writeHead(part.categories(), out);
  }

  private static void writeHead(Head head, DataOutputStream out) throws IOException {
    out.writeInt(head.bits());
    out.writeFloat(head.weights().unit());
    for (double bias : head.biases()) {
      out.writeDouble(bias);
    }
    out.write(head.weights().values());
  }

  private static TextModel.Part readPart(DataInputStream in) throws IOException {
    return new TextModel.Part(readHead(in, 1), readHead(in, CategoryScores.LANES));
  }

  private static Head readHead(DataInputStream in, int lanes) throws IOException {
    int bits = in.readInt();
    if (bits < 1 || bits > MAX_BITS) {
      throw new IOException(
          "text model with " + bits + " hash bits; 1 to " + MAX_BITS + " allowed");
    }
    float unit = in.readFloat();
    double[] biases = new double[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      biases[lane] = in.readDouble();
    }
    byte[] values = in.readNBytes((1 << bits) * lanes);
    if (values.length != (1 << bits) * lanes) {
      throw new EOFException();
    }
    return new Head(bits, new Quantised(values, unit), biases);
  }
}
