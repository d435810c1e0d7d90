package io.smswarden.filter.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The bytes that are hashed and signed. Any two different things have different bytes:
 *
 * <ul>
 *   <li>Every field is its length as a 4-byte integer and then its bytes; integers are big-endian.
 *   <li>The first field names the kind of thing and the version of its encoding, such as {@code
 *       smswarden/evidence/record/1}; then come the fields in the order in which the thing's class
 *       adds them.
 *   <li>Text is UTF-8; a number 8 bytes; a real number the 8 bytes of IEEE 754; a truth value one
 *       byte, 1 or 0; a time the number of milliseconds since 1970; a hash its 32 bytes.
 *   <li>What is absent has the length -1 and no bytes. A list is a field with the number of its
 *       elements, and then each element's fields.
 * </ul>
 *
 * A field added to a record in the future takes a new version of that record's encoding.
 */
final class Encoding {

  private static final String PREFIX = "smswarden/evidence/";
  private static final int ABSENT = -1;

  private final ByteArrayDataOutput out = ByteStreams.newDataOutput(512);

  private Encoding() {}

  /** Begins the encoding of a thing: {@code record/1}, say. */
  static Encoding of(String kind) {
    return new Encoding().text(PREFIX + kind);
  }

  Encoding text(String value) {
    return bytes(value.getBytes(UTF_8));
  }

  Encoding text(Optional<String> value) {
    if (value.isPresent()) {
      return text(value.get());
    }
    out.writeInt(ABSENT);
    return this;
  }

  Encoding number(long value) {
    out.writeInt(Long.BYTES);
    out.writeLong(value);
    return this;
  }

  Encoding real(double value) {
    return number(Double.doubleToLongBits(value));
  }

  Encoding flag(boolean value) {
    return bytes(new byte[] {(byte) (value ? 1 : 0)});
  }

  Encoding time(Instant value) {
    return number(value.toEpochMilli());
  }

  Encoding hash(Hash value) {
    return bytes(value.bytes());
  }

  Encoding bytes(byte[] value) {
    out.writeInt(value.length);
    out.write(value);
    return this;
  }

  <T> Encoding list(List<T> values, BiConsumer<Encoding, T> add) {
    number(values.size());
    values.forEach(value -> add.accept(this, value));
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  Hash sha256() {
    return Hash.of(Hashing.sha256().hashBytes(bytes()).asBytes());
  }

  Hash hmac(byte[] key) {
    return Hash.of(Hashing.hmacSha256(key).hashBytes(bytes()).asBytes());
  }
}
