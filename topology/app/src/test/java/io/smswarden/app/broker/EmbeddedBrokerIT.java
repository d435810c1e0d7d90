package io.smswarden.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  @TempDir Path dataDir;

  @Test
  void aSecondStartOnTheSameDirectoryHasTheSameClusterAndTopics() throws Exception {
    String clusterId;
    try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir);
        Admin admin = admin(broker)) {
      clusterId = admin.describeCluster().clusterId().get();
      admin.createTopics(List.of(new NewTopic("sms.test", 2, (short) 1))).all().get();
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir);
        Admin admin = admin(broker)) {
      assertThat(admin.describeCluster().clusterId().get()).isEqualTo(clusterId);
      assertThat(admin.listTopics().names().get()).contains("sms.test");
    }
  }

  @Test
  void aDirectoryInUseIsOneClearError() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir)) {
      assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
      assertThatThrownBy(() -> EmbeddedBroker.start(dataDir))
          .hasMessageContaining(dataDir.toString())
          .hasMessageContaining("in use by another process")
          .hasMessageContaining("--data-dir");
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
