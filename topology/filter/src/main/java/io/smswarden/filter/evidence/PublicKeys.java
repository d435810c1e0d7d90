package io.smswarden.filter.evidence;

import com.google.common.hash.Hashing;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ed25519 keys that signatures are checked with: the current one, and those it took over from. */
public final class PublicKeys {

  private static final int ID_LENGTH = 16;

  private final Map<String, PublicKey> byId;

  PublicKeys(List<PublicKey> keys) {
    if (keys.isEmpty()) {
      throw new EvidenceKeyException("it holds no PUBLIC KEY block");
    }
    Map<String, PublicKey> found = new LinkedHashMap<>();
    keys.forEach(key -> found.put(id(key), key));
    this.byId = found;
  }

  /**
   * Reads PEM blocks {@code PUBLIC KEY}; others are passed over.
   *
   * @throws EvidenceKeyException when there is none, or one isn't of Ed25519
   */
  public static PublicKeys parse(String pem) {
    return Pem.read(pem).publicKeys();
  }

  /** Id of the first key: the first 16 hexadecimal digits of its SubjectPublicKeyInfo's SHA-256. */
  public String currentId() {
    return byId.keySet().iterator().next();
  }

  /** The ids of all keys. */
  public List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  List<PublicKey> keys() {
    return List.copyOf(byId.values());
  }

  /** The keys as PEM blocks. */
  public String pem() {
    return byId.values().stream()
        .map(key -> Pem.block(Pem.PUBLIC, key.getEncoded()))
        .collect(Collectors.joining());
  }

  /** Whether the key of that id is here and signed the hash. */
  public boolean verify(Hash hash, Signed signed) {
    PublicKey key = byId.get(signed.keyId());
    if (key == null) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(EvidenceKeys.ALGORITHM);
      signature.initVerify(key);
      signature.update(hash.bytes());
      return signature.verify(HexFormat.of().parseHex(signed.signature()));
    } catch (GeneralSecurityException e) {
      // A signature of another form than Ed25519's is none.
      return false;
    }
  }

  /** Whether the key of that id is here and signed the document. */
  public boolean verifyDocument(byte[] document, Signed signed) {
    return verify(documentHash(document), signed);
  }

  static Hash documentHash(byte[] document) {
    return Encoding.of("document/1").bytes(document).sha256();
  }

  private static String id(PublicKey key) {
    return Hashing.sha256().hashBytes(key.getEncoded()).toString().substring(0, ID_LENGTH);
  }
}
