package io.smswarden.filter.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SmsText;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HashingTest {

  private static final Hash SALT = new Hash("ab".repeat(32));

  @Test
  void theEncodingIsTheOneThatIsDocumented() {
    byte[] bytes = Encoding.of("test/1").text("钱").number(-2).flag(true).hash(SALT).bytes();

    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo(
            "00000019"
                + HexFormat.of()
                    .formatHex(
                        "smswarden/evidence/test/1"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "00000003e992b1"
                + "00000008fffffffffffffffe"
                + "0000000101"
                + "00000020"
                + "ab".repeat(32));
  }

  /** Computed by another program; a change of these breaks every chain that was ever kept. */
  @Test
  void theHashesAreWhatTheyAlwaysWere() {
    Content content = new Content(SALT, new Msisdn("+8613800000001"), new SmsText("钱"));
    assertThat(content.commitment().hex())
        .isEqualTo("29fb11ec37164199deaecb465397ccceae2bfb7f61a6d81afc6e57787ebc67a8");
    EvidenceRecord record = EvidenceRecord.after(Head.none("95588"), GoldenFacts.FACTS);
    assertThat(record.hash().hex())
        .isEqualTo("39ed78b1527024e80063d925290cf0ecb39e8e1432762954334f9bd0f7325b67");
  }

  @Test
  void whereAFieldEndsMatters() {
    assertThat(Encoding.of("test/1").text("ab").text("c").sha256())
        .isNotEqualTo(Encoding.of("test/1").text("a").text("bc").sha256());
  }

  @Property(tries = 200)
  void everyHeadIsShownToBeInItsTreeAndNoOther(
      @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(min = 0, max = 69) int at) {
    int index = at % size;
    List<Head> heads =
        IntStream.range(0, size).mapToObj(i -> new Head("s" + i, i + 1, SALT)).toList();
    MerkleTree tree = new MerkleTree(heads);

    assertThat(MerkleTree.leads(heads.get(index), index, size, tree.path(index), tree.root()))
        .isTrue();
    for (int other = 0; other < size; other++) {
      if (other != index) {
        assertThat(MerkleTree.leads(heads.get(index), other, size, tree.path(index), tree.root()))
            .isFalse();
        assertThat(MerkleTree.leads(heads.get(other), index, size, tree.path(index), tree.root()))
            .isFalse();
      }
    }
    List<Hash> longer = new ArrayList<>(tree.path(index));
    longer.add(SALT);
    assertThat(MerkleTree.leads(heads.get(index), index, size, longer, tree.root())).isFalse();
  }

  @Test
  void saltsAndPseudonymsAreTheSameAgainAndOthersWithAnotherSecret() {
    EvidenceKeys again = EvidenceKeys.parse(Chains.KEYS.pem());
    EvidenceKeys other = EvidenceKeys.generate(new SecureRandom());

    assertThat(again.salt("m")).isEqualTo(Chains.KEYS.salt("m")).isNotEqualTo(other.salt("m"));
    assertThat(again.pseudonym(Chains.SUBSCRIBER))
        .isEqualTo(Chains.KEYS.pseudonym(Chains.SUBSCRIBER))
        .isNotEqualTo(other.pseudonym(Chains.SUBSCRIBER));
  }

  @Test
  void aKeyFileThatIsNoneIsRefusedWithoutShowingIt() {
    String pem = Chains.KEYS.pem();
    assertThatThrownBy(() -> EvidenceKeys.parse("")).hasMessageContaining("no PRIVATE KEY");
    assertThatThrownBy(() -> PublicKeys.parse("x")).hasMessageContaining("no PUBLIC KEY");
    assertThatThrownBy(() -> EvidenceKeys.parse(pem.replace("SMSWARDEN EVIDENCE", "OTHER")))
        .hasMessageContaining("no SMSWARDEN EVIDENCE SECRET");
    String pair =
        pem.replaceFirst(
            "(?s)-----BEGIN PUBLIC.*PUBLIC KEY-----\n",
            EvidenceKeys.generate(new SecureRandom()).publicKeys().pem());
    assertThatThrownBy(() -> EvidenceKeys.parse(pair)).hasMessageContaining("doesn't belong");
  }

  /** Facts that never change. */
  private static final class GoldenFacts {
    static final Facts FACTS =
        new Facts(
            "m1",
            java.time.Instant.ofEpochMilli(1_000),
            java.time.Instant.ofEpochMilli(1_005),
            new Pseudonym("cd".repeat(32)),
            java.util.Optional.empty(),
            false,
            0.97,
            "FRAUD",
            "WARN",
            1.5,
            List.of(new Observation("LINK", 1, 0.5, 3, 9, "含链接", "has a link")),
            new Facts.Versions("m", "s", ""),
            SALT);
  }
}
