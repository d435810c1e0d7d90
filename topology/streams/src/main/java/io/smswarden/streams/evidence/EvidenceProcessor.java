package io.smswarden.streams.evidence;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.evidence.Checkpoint;
import io.smswarden.filter.evidence.Content;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.Facts;
import io.smswarden.filter.evidence.Head;
import io.smswarden.schemas.EvidenceHead;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.EvidenceFormat;
import io.smswarden.streams.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Puts each warning behind the last one of its sender, in the order of arrival, and signs the heads
 * of the chains that grew. Signing goes by the wall clock, since what it bounds is the time in
 * which somebody could write a chain anew; the chains themselves depend on no clock.
 */
final class EvidenceProcessor extends ContextualProcessor<SenderId, Warning, SenderId, Kept> {

  /** A checkpoint stays far below the brokers' limit of 1 MiB; more heads take several. */
  private static final int MOST_HEADS = 2_000;

  private final EvidenceKeys keys;
  private final Duration interval;
  private KeyValueStore<String, EvidenceHead> heads;
  private KeyValueStore<String, EvidenceHead> unsigned;

  EvidenceProcessor(EvidenceKeys keys, Duration interval) {
    this.keys = keys;
    this.interval = interval;
  }

  @Override
  public void init(ProcessorContext<SenderId, Kept> context) {
    super.init(context);
    heads = context.getStateStore(Stores.EVIDENCE_HEADS);
    unsigned = context.getStateStore(Stores.EVIDENCE_UNSIGNED);
    context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, this::sign);
  }

  @Override
  public void process(Record<SenderId, Warning> message) {
    Warning warning = message.value();
    Verdict verdict = warning.getVerdict();
    Msisdn recipient = new Msisdn(warning.getRecipient());
    Content content =
        new Content(keys.salt(verdict.getMessageId()), recipient, new SmsText(warning.getText()));
    Facts facts =
        EvidenceFormat.facts(
            verdict,
            keys.pseudonym(recipient),
            Optional.ofNullable(warning.getOrganisation()),
            warning.getSenderVerified(),
            content.commitment());
    EvidenceRecord next = EvidenceRecord.after(head(message.key().value()), facts);
    EvidenceHead grown = EvidenceFormat.write(next.head());
    heads.put(next.chain(), grown);
    unsigned.put(next.chain(), grown);
    context()
        .forward(
            message.withValue(
                new Kept.Message(
                    next.hash().hex(),
                    EvidenceFormat.write(next, verdict),
                    EvidenceFormat.write(content))));
  }

  private void sign(long now) {
    List<Head> grown = new ArrayList<>();
    try (KeyValueIterator<String, EvidenceHead> all = unsigned.all()) {
      all.forEachRemaining(each -> grown.add(EvidenceFormat.read(each.value)));
    }
    for (int from = 0; from < grown.size(); from += MOST_HEADS) {
      sign(grown.subList(from, Math.min(from + MOST_HEADS, grown.size())), now);
    }
  }

  private void sign(List<Head> some, long now) {
    int partition = context().taskId().partition();
    String chain = Checkpoint.chain(partition);
    Checkpoint checkpoint =
        Checkpoint.after(head(chain), partition, Instant.ofEpochMilli(now), some, keys);
    heads.put(chain, EvidenceFormat.write(checkpoint.head()));
    some.forEach(head -> unsigned.delete(head.chain()));
    context()
        .forward(
            new Record<>(null, new Kept.Signature(EvidenceFormat.write(checkpoint, some)), now));
  }

  private Head head(String chain) {
    EvidenceHead known = heads.get(chain);
    return known == null ? Head.none(chain) : EvidenceFormat.read(known);
  }
}
