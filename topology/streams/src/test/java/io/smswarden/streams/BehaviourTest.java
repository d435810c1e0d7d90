package io.smswarden.streams;

import static io.smswarden.streams.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.Judge;
import io.smswarden.filter.Message;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.behaviour.Behaviour;
import io.smswarden.filter.verdict.Verdict;
import io.smswarden.filter.verdict.Versions;
import io.smswarden.schemas.SenderBehaviour;
import io.smswarden.schemas.SenderReply;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BehaviourTest {

  private static final String STRANGER = "+8613900000009";

  private final List<Behaviour> judged = new ArrayList<>();
  private final Pipeline pipeline =
      new Pipeline(
          new Judge() {
            @Override
            public Verdict judge(Message message) {
              judged.add(message.standing().behaviour());
              return Pipeline.LITERAL.judge(message);
            }

            @Override
            public Versions versions() {
              return Pipeline.LITERAL.versions();
            }
          });

  @AfterEach
  void close() {
    pipeline.close();
  }

  private static String recipient(int number) {
    return "+8613800%06d".formatted(number);
  }

  @Test
  void aMessageIsJudgedWithItsSendersBehaviourItselfIncluded() {
    for (int i = 0; i < 5; i++) {
      pipeline.sms(STRANGER, recipient(i % 4), "hello", NOON.plusSeconds(i));
    }
    pipeline.sms("10086", recipient(1), "hello", NOON.plusSeconds(9));

    assertThat(judged).extracting(Behaviour::recipients).containsExactly(1L, 2L, 3L, 4L, 4L, 1L);
    assertThat(judged).extracting(Behaviour::perHour).containsExactly(1L, 2L, 3L, 4L, 5L, 1L);
  }

  @Test
  void aLateMessageCountsWhereItBelongs() {
    pipeline.sms(STRANGER, recipient(1), "hello", NOON.plus(Duration.ofHours(13)));
    pipeline.sms(STRANGER, recipient(2), "hello", NOON.plus(Duration.ofHours(1)));
    pipeline.sms(STRANGER, recipient(3), "hello", NOON.minus(Duration.ofDays(2)));

    assertThat(judged).extracting(Behaviour::recipients).containsExactly(1L, 2L, 2L);
    assertThat(judged).extracting(Behaviour::perDay).containsExactly(1L, 2L, 2L);
    assertThat(judged).extracting(Behaviour::perHour).containsExactly(1L, 1L, 1L);
  }

  @Test
  void whomSubscribersAnswerIsKnownToBeAnswered() {
    for (int i = 0; i < 4; i++) {
      pipeline.sms(STRANGER, recipient(i), "hello", NOON);
    }
    for (int i = 0; i < 3; i++) {
      pipeline.sms(recipient(i), STRANGER, "hello yourself", NOON.plusSeconds(60));
      pipeline.sms(recipient(i), STRANGER, "and again", NOON.plusSeconds(90));
    }
    pipeline.sms(STRANGER, recipient(0), "bye", NOON.plusSeconds(120));

    Behaviour last = judged.get(judged.size() - 1);
    assertThat(last.answers()).isEqualTo(3);
    assertThat(last.replyRatio()).isEqualTo(0.75);
  }

  @Test
  void onlyFirstMessagesBetweenSubscribersTravelToTheRecipientsPartition() {
    pipeline.sms(STRANGER, recipient(1), "hello", NOON);
    pipeline.sms(STRANGER, recipient(1), "hello", NOON.plusSeconds(1));
    pipeline.sms("10086", recipient(2), "hello", NOON);
    pipeline.sms(STRANGER, "10086", "hello", NOON);

    List<KeyValue<SenderId, SenderReply>> replies = pipeline.pairs(Topics.REPLIES);

    assertThat(replies).extracting(reply -> reply.key.value()).containsExactly(recipient(1));
    assertThat(replies.get(0).value.getEventTime()).isEqualTo(NOON);
    assertThat(pipeline.count(Stores.BEHAVIOUR)).isEqualTo(2);
  }

  @Test
  void idleSendersAreForgotten() {
    Duration idle = PipelineSettings.DEFAULT.behaviour().idle();
    pipeline.sms(STRANGER, recipient(1), "hello", NOON);
    pipeline.sms("10086", recipient(1), "hello", NOON.plus(idle).minusSeconds(60));
    assertThat(pipeline.count(Stores.BEHAVIOUR)).isEqualTo(2);

    pipeline.sms("10086", recipient(1), "hello", NOON.plus(idle).plusSeconds(7200));

    assertThat(pipeline.count(Stores.BEHAVIOUR)).isEqualTo(1);
  }

  @Test
  void aSendersRecordStaysWithinItsStatedBytes() {
    Serializer<SenderBehaviour> serializer = TopicSerdes.stored(SenderBehaviour.class).serializer();
    int largest = 0;
    for (int i = 0; i < 3000; i++) {
      Instant at = NOON.plus(Duration.ofMinutes(i / 3));
      pipeline.sms(STRANGER, recipient(i), "hello", at);
      int bytes = serializer.serialize("", pipeline.behaviour(STRANGER)).length;
      largest = Math.max(largest, bytes);
      if (i == 0) {
        assertThat(bytes).isLessThanOrEqualTo(70);
      } else if (i == 7) {
        assertThat(bytes).isLessThanOrEqualTo(130);
      }
    }
    assertThat(largest).isBetween(300, 800);
    assertThat(ByteBuffer.wrap(serializer.serialize("", pipeline.behaviour(STRANGER))).getShort())
        .isEqualTo((short) 0xC301);
  }
}
