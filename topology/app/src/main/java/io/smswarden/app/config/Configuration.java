package io.smswarden.app.config;

import io.smswarden.app.exit.UserError;
import io.smswarden.filter.Filter;
import io.smswarden.filter.behaviour.BehaviourLimits;
import io.smswarden.filter.campaign.CampaignCriterion;
import io.smswarden.filter.complaint.ComplainantModel;
import io.smswarden.filter.reputation.ReputationModel;
import io.smswarden.streams.PipelineConfig;
import io.smswarden.streams.PipelineObserver;
import io.smswarden.streams.PipelineSettings;
import io.smswarden.streams.TopicSerdes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/**
 * What an operator can set; see {@code deploy/smswarden.properties} for each.
 *
 * @param bootstrapServers the cluster's address
 * @param applicationId group and prefix of everything the pipeline keeps in the cluster
 * @param stateDir where the stores are kept
 * @param threads stream threads of this process
 * @param commitInterval how often a transaction ends; a verdict is seen that much later
 * @param guarantee what a failure may do to a message
 * @param standbyReplicas warm copies of each store on other instances
 * @param storeCache memory for the stores' caches, all threads together
 * @param secondStage whether uncertain messages get a second look
 * @param pipeline settings of the topology
 * @param delivery how alerts get to subscribers
 * @param registry the schema registry; empty when formats are found in the jar
 * @param httpHost address to listen on for metrics and health
 * @param httpPort its port; 0 takes any that is free
 * @param advertised where other instances reach this one; empty when there are none
 * @param tls the certificate of the listener; empty when it listens without TLS
 * @param console settings of the console
 * @param startupTimeout how long to wait for the cluster
 * @param shutdownTimeout how long to wait for a clean end
 * @param kafka what is passed through, by Kafka's names
 */
public record Configuration(
    String bootstrapServers,
    String applicationId,
    Path stateDir,
    int threads,
    Duration commitInterval,
    Guarantee guarantee,
    int standbyReplicas,
    DataSize storeCache,
    SecondStage secondStage,
    PipelineSettings pipeline,
    DeliverySettings delivery,
    Optional<URI> registry,
    String httpHost,
    int httpPort,
    Optional<HostInfo> advertised,
    Optional<TlsFiles> tls,
    ConsoleSettings console,
    Duration startupTimeout,
    Duration shutdownTimeout,
    Map<String, String> kafka) {

  public Configuration {
    kafka = Map.copyOf(kafka);
  }

  /** The filter that messages are judged with. Reads the model anew. */
  public Filter filter() {
    Filter filter = Filter.standard();
    return secondStage == SecondStage.ON ? filter : filter.withoutSecondLook();
  }

  static Configuration of(Settings settings) {
    return new Configuration(
        settings.get(Key.BOOTSTRAP_SERVERS),
        settings.get(Key.APPLICATION_ID),
        settings.get(Key.STATE_DIR),
        settings.get(Key.THREADS),
        settings.get(Key.COMMIT_INTERVAL),
        settings.get(Key.GUARANTEE),
        settings.get(Key.STANDBY_REPLICAS),
        settings.get(Key.STORE_CACHE),
        settings.get(Key.SECOND_STAGE),
        new PipelineSettings(
            settings.get(Key.STATS_GRACE),
            ContactRulesFile.read(settings.get(Key.CONTACT_RULES)),
            new ReputationModel(
                settings.get(Key.REPUTATION_HALF_LIFE), settings.get(Key.COMPLAINT_WEIGHT)),
            new BehaviourLimits(
                settings.get(Key.FAN_OUT),
                settings.get(Key.PER_HOUR),
                settings.get(Key.PER_DAY),
                settings.get(Key.NIGHT_FROM),
                settings.get(Key.NIGHT_TO),
                settings.get(Key.BEHAVIOUR_IDLE)),
            new PipelineSettings.Alerts(
                settings.get(Key.ALERTS_AGAIN),
                settings.get(Key.ALERTS_DIGEST_AT),
                settings.get(Key.ALERTS_QUIET),
                settings.get(Key.ALERTS_DAILY_CAP)),
            evidence(settings),
            new PipelineSettings.Complaints(
                settings.get(Key.COMPLAINTS_SHORT_CODES),
                settings.get(Key.COMPLAINTS_LINK),
                settings.get(Key.COMPLAINTS_INBOX),
                settings.get(Key.COMPLAINTS_ANSWER),
                settings.get(Key.COMPLAINTS_DAILY_REPLIES),
                ComplainantModel.of(
                    settings.get(Key.COMPLAINTS_HALF_LIFE),
                    settings.get(Key.COMPLAINTS_DAILY_FULL))),
            campaigns(settings)),
        delivery(settings),
        settings.get(Key.REGISTRY_URL),
        settings.get(Key.HTTP_HOST),
        settings.get(Key.HTTP_PORT),
        settings.get(Key.HTTP_ADVERTISED),
        ConsoleSettings.tls(settings),
        ConsoleSettings.of(settings),
        settings.get(Key.STARTUP_TIMEOUT),
        settings.get(Key.SHUTDOWN_TIMEOUT),
        settings.kafka());
  }

  private static DeliverySettings delivery(Settings settings) {
    Duration backoff = settings.get(Key.DELIVERY_BACKOFF);
    Duration longest = settings.get(Key.DELIVERY_BACKOFF_MOST);
    if (longest.compareTo(backoff) <= 0) {
      throw UserError.wrongUse(
          "%s must be longer than %s"
              .formatted(Key.DELIVERY_BACKOFF_MOST.name(), Key.DELIVERY_BACKOFF.name()));
    }
    return new DeliverySettings(
        WebhookSettings.of(settings),
        settings.get(Key.DELIVERY_CONCURRENCY),
        settings.get(Key.DELIVERY_ATTEMPTS),
        backoff,
        longest,
        settings.get(Key.DELIVERY_PAUSE),
        settings.get(Key.DELIVERY_EXPIRY));
  }

  private static PipelineSettings.Evidence evidence(Settings settings) {
    return new PipelineSettings.Evidence(
        settings
            .get(Key.EVIDENCE_KEY_FILE)
            .map(file -> EvidenceKeyFile.read(file, Key.EVIDENCE_KEY_FILE.name())),
        settings.get(Key.EVIDENCE_CHECKPOINT_INTERVAL));
  }

  private static PipelineSettings.Campaigns campaigns(Settings settings) {
    return new PipelineSettings.Campaigns(
        settings.get(Key.CAMPAIGNS_INTERVAL),
        settings.get(Key.CAMPAIGNS_MINIMUM),
        settings.get(Key.CAMPAIGNS_RECENT_TEXTS),
        settings.get(Key.CAMPAIGNS_GROUPS),
        settings.get(Key.CAMPAIGNS_MOST),
        settings.get(Key.CAMPAIGNS_TTL),
        new CampaignCriterion(
            settings.get(Key.CAMPAIGNS_WARN_SENDERS),
            settings.get(Key.CAMPAIGNS_WARN_SCORE),
            settings.get(Key.CAMPAIGNS_WARN_COMPLAINTS),
            settings.get(Key.CAMPAIGNS_WARN_COMPLAINT_SHARE)));
  }

  /** The formats of records: the registry's, or those in the jar. */
  public TopicSerdes serdes() {
    return registry.map(TopicSerdes::registry).orElseGet(TopicSerdes::embedded);
  }

  /** Properties of Kafka Streams. */
  public Map<String, Object> forStreams(PipelineObserver observer) {
    Map<String, Object> properties = new HashMap<>(PipelineConfig.of(serdes(), observer));
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee.kafkaName());
    properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbyReplicas);
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, storeCache.bytes());
    advertised.ifPresent(
        self ->
            properties.put(
                StreamsConfig.APPLICATION_SERVER_CONFIG, self.host() + ":" + self.port()));
    properties.putAll(kafka);
    return properties;
  }

  /** This instance, as the others know it. */
  public HostInfo self() {
    return advertised.orElseGet(HostInfo::unavailable);
  }

  /** Properties of an admin client. */
  public Map<String, Object> forAdmin() {
    return forClient(
        KafkaKeys.forClient(
            StreamsConfig.ADMIN_CLIENT_PREFIX, AdminClientConfig.configNames(), kafka));
  }

  /** Properties of a producer, without serializers. */
  public Map<String, Object> forProducer() {
    return forClient(
        KafkaKeys.forClient(StreamsConfig.PRODUCER_PREFIX, ProducerConfig.configNames(), kafka));
  }

  /** Properties of a consumer, without deserializers and group. */
  public Map<String, Object> forConsumer() {
    return forClient(
        KafkaKeys.forClient(StreamsConfig.CONSUMER_PREFIX, ConsumerConfig.configNames(), kafka));
  }

  private Map<String, Object> forClient(Map<String, Object> properties) {
    properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return properties;
  }
}
