package io.smswarden.app.cluster;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.UserError;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;

/** Reaches the cluster, or says why it can't be reached. */
public final class Cluster {

  private Cluster() {}

  /**
   * An admin client of a cluster that has answered.
   *
   * @throws UserError when it didn't within {@code smswarden.startup-timeout}, or refuses us
   */
  public static Admin connect(Configuration configuration) {
    int timeout = Math.toIntExact(configuration.startupTimeout().toMillis());
    Map<String, Object> properties = new HashMap<>(configuration.forAdmin());
    properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
    properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
    String servers = configuration.bootstrapServers();
    Admin admin = create(properties, servers);
    try {
      admin.describeCluster(new DescribeClusterOptions().timeoutMs(timeout)).clusterId().get();
      return admin;
    } catch (ExecutionException e) {
      admin.close(Duration.ZERO);
      throw refused(servers, configuration.startupTimeout(), e.getCause());
    } catch (InterruptedException e) {
      admin.close(Duration.ZERO);
      throw new InterruptException(e);
    }
  }

  private static Admin create(Map<String, Object> properties, String servers) {
    try {
      return Admin.create(properties);
    } catch (KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw UserError.clusterFailed(
          "can't connect to smswarden.bootstrap-servers=%s: %s"
              .formatted(servers, cause.getMessage()),
          e);
    }
  }

  private static UserError refused(String servers, Duration timeout, Throwable cause) {
    if (cause instanceof AuthenticationException) {
      return UserError.wrongUse(
          "%s doesn't accept who we are: %s; see kafka.security.protocol, kafka.sasl.* and kafka.ssl.*"
              .formatted(servers, cause.getMessage()),
          cause);
    }
    if (cause instanceof AuthorizationException) {
      return UserError.wrongUse(
          "%s doesn't let us: %s; grant it to the user of kafka.sasl.jaas.config"
              .formatted(servers, cause.getMessage()),
          cause);
    }
    return UserError.clusterFailed(
        "no broker at smswarden.bootstrap-servers=%s answered within %d s; is the cluster up, and the address right?"
            .formatted(servers, timeout.toSeconds()),
        cause);
  }
}
