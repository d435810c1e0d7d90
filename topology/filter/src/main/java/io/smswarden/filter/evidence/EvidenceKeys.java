package io.smswarden.filter.evidence;

import io.smswarden.filter.Msisdn;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the operator keeps secret about evidence: the key that signs, and the secret of which
 * pseudonyms and salts are made. Safe for use by many threads.
 */
public final class EvidenceKeys {

  static final String ALGORITHM = "Ed25519";

  private final PrivateKey signing;
  private final PublicKeys publicKeys;
  private final byte[] secret;
  private final byte[] forPseudonyms;
  private final byte[] forSalts;

  private EvidenceKeys(PrivateKey signing, PublicKeys publicKeys, byte[] secret) {
    this.signing = signing;
    this.publicKeys = publicKeys;
    this.secret = secret.clone();
    // One for each use, so that a pseudonym never says anything of a salt.
    this.forPseudonyms = Encoding.of("pseudonym-key/1").hmac(secret).bytes();
    this.forSalts = Encoding.of("salt-key/1").hmac(secret).bytes();
  }

  /** New keys. */
  public static EvidenceKeys generate(SecureRandom random) {
    byte[] secret = new byte[Hash.BYTES];
    random.nextBytes(secret);
    KeyPair pair = pair(random);
    return new EvidenceKeys(pair.getPrivate(), new PublicKeys(List.of(pair.getPublic())), secret);
  }

  /** A new key that signs, with the old one's public half kept and pseudonyms as they were. */
  public EvidenceKeys rotated(SecureRandom random) {
    KeyPair pair = pair(random);
    List<PublicKey> all = new ArrayList<>(List.of(pair.getPublic()));
    all.addAll(publicKeys.keys());
    return new EvidenceKeys(pair.getPrivate(), new PublicKeys(all), secret);
  }

  /**
   * Reads a key file: PEM blocks PRIVATE KEY, PUBLIC KEY (the current one first) and SMSWARDEN
   * EVIDENCE SECRET.
   *
   * @throws EvidenceKeyException when one is missing or wrong, or the first two are no pair
   */
  public static EvidenceKeys parse(String text) {
    Pem pem = Pem.read(text);
    EvidenceKeys keys = new EvidenceKeys(pem.privateKey(), pem.publicKeys(), pem.secret());
    if (!keys.publicKeys.verify(Hash.NONE, keys.sign(Hash.NONE))) {
      throw new EvidenceKeyException("its first PUBLIC KEY doesn't belong to its PRIVATE KEY");
    }
    return keys;
  }

  /** The key file; whoever has it can sign and can tell whom a pseudonym stands for. */
  public String pem() {
    return Pem.block(Pem.PRIVATE, signing.getEncoded())
        + publicKeys.pem()
        + Pem.block(Pem.SECRET, secret);
  }

  /** What others need to check signatures. */
  public PublicKeys publicKeys() {
    return publicKeys;
  }

  /** The same for the same subscriber, always. */
  public Pseudonym pseudonym(Msisdn subscriber) {
    return new Pseudonym(
        Encoding.of("pseudonym/1").text(subscriber.value()).hmac(forPseudonyms).hex());
  }

  /** The salt of a message's content: no randomness, so that a message done again is the same. */
  public Hash salt(String messageId) {
    return Encoding.of("salt/1").text(messageId).hmac(forSalts);
  }

  /** Signs a hash; the same hash gets the same signature (RFC 8032, 8.2). */
  public Signed sign(Hash hash) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(signing);
      signature.update(hash.bytes());
      return new Signed(publicKeys.currentId(), HexFormat.of().formatHex(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /** Signs a document as a whole. */
  public Signed signDocument(byte[] document) {
    return sign(PublicKeys.documentHash(document));
  }

  private static KeyPair pair(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(255, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }
}
