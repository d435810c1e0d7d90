package io.smswarden.filter.complaint;

import io.smswarden.filter.SenderId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a report tells of the message it means.
 *
 * @param messageId id of the message; empty when it is not known
 * @param sender who sent it; empty when not said
 * @param text print of the forwarded text; empty when there is none
 */
public record Report(
    Optional<String> messageId, Optional<SenderId> sender, Optional<TextPrint> text) {

  /** Of two messages of one template with other names and sums, less is the same. */
  private static final double SAME = 0.5;

  public Report {
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(text, "text");
  }

  /** Whether it tells nothing. */
  public boolean empty() {
    return messageId.isEmpty() && sender.isEmpty() && text.isEmpty();
  }

  /**
   * What it means: the message with the id; else the one whose text is most like the reported, of
   * the sender if one is named; else, when only a sender is named, that sender's latest.
   *
   * @param inbox the messages that the subscriber got lately, the latest first; of two that are
   *     equally like the reported one the first is taken
   */
  public Target among(List<InboxMessage> inbox) {
    return byId(inbox)
        .or(() -> byText(inbox))
        .or(() -> latest(inbox))
        .<Target>map(Target.Message::new)
        .or(() -> sender.map(named -> new Target.Sender(named, messageId)))
        .orElse(Target.NONE);
  }

  private Optional<InboxMessage> byId(List<InboxMessage> inbox) {
    return messageId.flatMap(id -> inbox.stream().filter(m -> m.id().equals(id)).findFirst());
  }

  private Optional<InboxMessage> byText(List<InboxMessage> inbox) {
    return text.flatMap(
        print ->
            inbox.stream()
                .filter(this::ofSender)
                .filter(message -> message.print().containment(print) >= SAME)
                .reduce(
                    (best, next) ->
                        Comparator.comparingDouble((InboxMessage m) -> m.print().containment(print))
                                    .compare(best, next)
                                >= 0
                            ? best
                            : next));
  }

  private Optional<InboxMessage> latest(List<InboxMessage> inbox) {
    return text.isPresent() || messageId.isPresent() || sender.isEmpty()
        ? Optional.empty()
        : inbox.stream().filter(this::ofSender).findFirst();
  }

  private boolean ofSender(InboxMessage message) {
    return sender.isEmpty() || sender.get().equals(message.sender());
  }
}
