package io.smswarden.app.config;

import io.smswarden.console.http.Role;
import io.smswarden.filter.alert.QuietHours;
import io.smswarden.streams.PipelineSettings.Complaints;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;

/**
 * A key of the configuration.
 *
 * @param name its name in the file
 * @param byDefault the value as text when none is given
 * @param kind what values it takes
 * @param secret whether its value is kept from eyes and logs
 */
record Key<T>(String name, String byDefault, Kind<T> kind, boolean secret) {

  static final String PREFIX = "smswarden.";

  /** Without a default: it must be given. */
  static final Key<String> BOOTSTRAP_SERVERS = key("bootstrap-servers", "", Kind.servers());

  // It names the consumer group and begins the names of internal topics, of 249 characters at most.
  static final Key<String> APPLICATION_ID =
      key(
          "application-id",
          "smswarden",
          Kind.matching("1 to 100 letters, digits, dots or dashes", "[a-zA-Z0-9.-]{1,100}"));
  static final Key<Path> STATE_DIR = key("state-dir", "smswarden-data/state", Kind.path());
  static final Key<Integer> THREADS = key("threads", "2", Kind.between(1, 1000));
  static final Key<Duration> COMMIT_INTERVAL =
      key("commit-interval", "100ms", Kind.duration("1ms", "1m"));
  static final Key<Guarantee> GUARANTEE =
      key(
          "guarantee",
          Guarantee.EXACTLY_ONCE_V2.kafkaName(),
          Kind.oneOf(Guarantee.class, Guarantee::kafkaName));
  static final Key<Integer> STANDBY_REPLICAS = key("standby-replicas", "0", Kind.between(0, 10));
  static final Key<DataSize> STORE_CACHE = key("store-cache", "64MiB", Kind.size());
  static final Key<SecondStage> SECOND_STAGE =
      key("scoring.second-stage", "on", Kind.oneOf(SecondStage.class, SecondStage::word));
  static final Key<Duration> STATS_GRACE = key("stats.grace", "24h", Kind.duration("0s", "90d"));
  static final Key<Duration> CAMPAIGNS_INTERVAL =
      key("campaigns.interval", "30s", Kind.duration("1s", "1h"));
  static final Key<Integer> CAMPAIGNS_MINIMUM =
      key("campaigns.minimum", "2", Kind.between(2, 1000));
  static final Key<Integer> CAMPAIGNS_RECENT_TEXTS =
      key("campaigns.recent-texts", "32768", Kind.between(1, 1 << 24));
  static final Key<Integer> CAMPAIGNS_GROUPS =
      key("campaigns.groups", "5000", Kind.between(1, 1_000_000));
  static final Key<Integer> CAMPAIGNS_MOST =
      key("campaigns.most", "10000", Kind.between(1, 1_000_000));
  static final Key<Duration> CAMPAIGNS_TTL = key("campaigns.ttl", "3d", Kind.duration("1h", "90d"));
  static final Key<Integer> CAMPAIGNS_WARN_SENDERS =
      key("campaigns.warn.senders", "8", Kind.between(2, 1_000_000));
  static final Key<Double> CAMPAIGNS_WARN_SCORE = key("campaigns.warn.score", "0.8", Kind.share());
  static final Key<Integer> CAMPAIGNS_WARN_COMPLAINTS =
      key("campaigns.warn.complaints", "3", Kind.between(1, 1_000_000));
  static final Key<Double> CAMPAIGNS_WARN_COMPLAINT_SHARE =
      key("campaigns.warn.complaint-share", "0.005", Kind.share());
  static final Key<Optional<Path>> CONTACT_RULES = key("contact.rules", "", Kind.optionalPath());
  static final Key<Duration> REPUTATION_HALF_LIFE =
      key("reputation.half-life", "30d", Kind.duration("1h", "3650d"));
  static final Key<Double> COMPLAINT_WEIGHT =
      key("reputation.complaint-weight", "3", Kind.number(0, 1000));
  static final Key<Integer> FAN_OUT =
      key("behaviour.fan-out", "300", Kind.between(1, Integer.MAX_VALUE));
  static final Key<Integer> PER_HOUR =
      key("behaviour.per-hour", "200", Kind.between(1, Integer.MAX_VALUE));
  static final Key<Integer> PER_DAY =
      key("behaviour.per-day", "1000", Kind.between(1, Integer.MAX_VALUE));
  static final Key<LocalTime> NIGHT_FROM = key("behaviour.night-from", "21:00", Kind.clock());
  static final Key<LocalTime> NIGHT_TO = key("behaviour.night-to", "08:00", Kind.clock());
  static final Key<Duration> BEHAVIOUR_IDLE =
      key("behaviour.idle", "14d", Kind.duration("1d", "365d"));
  static final Key<Duration> ALERTS_AGAIN = key("alerts.again", "1d", Kind.duration("1d", "31d"));
  static final Key<LocalTime> ALERTS_DIGEST_AT = key("alerts.digest-at", "19:00", Kind.clock());
  static final Key<Optional<QuietHours>> ALERTS_QUIET =
      key("alerts.quiet-hours", "", Kind.quietHours());
  static final Key<Integer> ALERTS_DAILY_CAP = key("alerts.daily-cap", "5", Kind.between(1, 100));
  static final Key<Optional<URI>> WEBHOOK_URL = key("delivery.webhook.url", "", Kind.url());
  static final Key<List<WebhookSecret>> WEBHOOK_SECRETS =
      secret("delivery.webhook.secrets", Kind.webhookSecrets());
  static final Key<Boolean> WEBHOOK_PLAIN_HTTP =
      key("delivery.webhook.plain-http", "false", Kind.trueOrFalse());
  static final Key<Duration> WEBHOOK_TIMEOUT =
      key("delivery.webhook.timeout", "10s", Kind.duration("100ms", "1m"));
  static final Key<Integer> DELIVERY_CONCURRENCY =
      key("delivery.concurrency", "16", Kind.between(1, 256));
  static final Key<Integer> DELIVERY_ATTEMPTS = key("delivery.attempts", "8", Kind.between(1, 100));
  static final Key<Duration> DELIVERY_BACKOFF =
      key("delivery.backoff", "1s", Kind.duration("10ms", "1m"));
  static final Key<Duration> DELIVERY_BACKOFF_MOST =
      key("delivery.backoff-most", "2m", Kind.duration("100ms", "1h"));
  static final Key<Duration> DELIVERY_PAUSE =
      key("delivery.pause", "30s", Kind.duration("10ms", "1h"));
  // Half of the retention of subscriber.alerts: what waits does not vanish before it expires.
  static final Key<Duration> DELIVERY_EXPIRY =
      key("delivery.expiry", "3h", Kind.duration("1m", "12h"));
  static final Key<Optional<Path>> EVIDENCE_KEY_FILE =
      key("evidence.key-file", "", Kind.optionalPath());
  static final Key<Duration> EVIDENCE_CHECKPOINT_INTERVAL =
      key("evidence.checkpoint-interval", "1m", Kind.duration("1s", "1d"));
  static final Key<Set<String>> COMPLAINTS_SHORT_CODES =
      key("complaints.short-codes", "7726", Kind.shortCodes());
  static final Key<Complaints.Link> COMPLAINTS_LINK =
      key(
          "complaints.link",
          "flagged",
          Kind.oneOf(Complaints.Link.class, link -> link.name().toLowerCase(Locale.ROOT)));
  static final Key<Duration> COMPLAINTS_INBOX =
      key("complaints.inbox", "3d", Kind.duration("1h", "31d"));
  static final Key<Duration> COMPLAINTS_ANSWER =
      key("complaints.answer", "1d", Kind.duration("1h", "7d"));
  static final Key<Integer> COMPLAINTS_DAILY_REPLIES =
      key("complaints.daily-replies", "20", Kind.between(1, 1000));
  static final Key<Duration> COMPLAINTS_HALF_LIFE =
      key("complaints.half-life", "90d", Kind.duration("1d", "365d"));
  static final Key<Integer> COMPLAINTS_DAILY_FULL =
      key("complaints.daily-full", "5", Kind.between(1, 1000));
  static final Key<Optional<URI>> REGISTRY_URL = key("schema.registry-url", "", Kind.url());
  // The console will show messages of people: it is opened to others on purpose only.
  static final Key<String> HTTP_HOST =
      key("http.host", "127.0.0.1", Kind.matching("a host name or an address", "[A-Za-z0-9.:-]+"));
  static final Key<Integer> HTTP_PORT = key("http.port", "8080", Kind.between(0, 65535));
  static final Key<Optional<HostInfo>> HTTP_ADVERTISED =
      key("http.advertised", "", Kind.hostAndPort());
  static final Key<Integer> CONSOLE_WARNINGS =
      key("console.warnings", "5000", Kind.between(100, 1_000_000));
  static final Key<Integer> CONSOLE_READERS =
      key("console.readers", "100", Kind.between(1, 10_000));
  static final Key<Optional<String>> CONSOLE_INSTANCE_SECRET =
      secret("console.instance-secret", Kind.secret());
  static final Key<Optional<Path>> CONSOLE_ACCOUNTS =
      key("console.accounts-file", "", Kind.optionalPath());
  static final Key<String> CONSOLE_REGION = key("console.region", "CN", Kind.region());
  static final Key<Duration> CONSOLE_SESSION_IDLE =
      key("console.session-idle", "30m", Kind.duration("1m", "1d"));
  static final Key<Duration> CONSOLE_SESSION_LONGEST =
      key("console.session-longest", "12h", Kind.duration("5m", "7d"));
  static final Key<Optional<URI>> CONSOLE_PUBLIC_URL = key("console.public-url", "", Kind.url());
  static final Key<Boolean> CONSOLE_BEHIND_PROXY =
      key("console.behind-proxy", "false", Kind.trueOrFalse());
  static final Key<Optional<URI>> OIDC_ISSUER = key("console.oidc.issuer", "", Kind.url());
  static final Key<Optional<String>> OIDC_CLIENT_ID =
      key("console.oidc.client-id", "", Kind.optionalText());
  static final Key<Optional<String>> OIDC_CLIENT_SECRET =
      secret("console.oidc.client-secret", Kind.optionalText());
  static final Key<String> OIDC_ROLE_CLAIM =
      key(
          "console.oidc.role-claim",
          "roles",
          Kind.matching("the name of a claim, with dots into objects", "[^\\s.]+(\\.[^\\s.]+)*"));
  static final Key<Map<String, Role>> OIDC_ROLES = key("console.oidc.roles", "", Kind.roles());
  static final Key<Optional<Path>> TLS_CERTIFICATE =
      key("http.tls.certificate", "", Kind.optionalPath());
  static final Key<Optional<Path>> TLS_KEY = key("http.tls.key", "", Kind.optionalPath());
  static final Key<Optional<Path>> TLS_KEYSTORE = key("http.tls.keystore", "", Kind.optionalPath());
  static final Key<Optional<String>> TLS_KEYSTORE_PASSWORD =
      secret("http.tls.keystore-password", Kind.optionalText());
  static final Key<Duration> STARTUP_TIMEOUT =
      key("startup-timeout", "30s", Kind.duration("1s", "1h"));
  static final Key<Duration> SHUTDOWN_TIMEOUT =
      key("shutdown-timeout", "30s", Kind.duration("1s", "1h"));

  static final List<Key<?>> ALL =
      List.of(
          BOOTSTRAP_SERVERS,
          APPLICATION_ID,
          STATE_DIR,
          THREADS,
          COMMIT_INTERVAL,
          GUARANTEE,
          STANDBY_REPLICAS,
          STORE_CACHE,
          SECOND_STAGE,
          STATS_GRACE,
          CAMPAIGNS_INTERVAL,
          CAMPAIGNS_MINIMUM,
          CAMPAIGNS_RECENT_TEXTS,
          CAMPAIGNS_GROUPS,
          CAMPAIGNS_MOST,
          CAMPAIGNS_TTL,
          CAMPAIGNS_WARN_SENDERS,
          CAMPAIGNS_WARN_SCORE,
          CAMPAIGNS_WARN_COMPLAINTS,
          CAMPAIGNS_WARN_COMPLAINT_SHARE,
          CONTACT_RULES,
          REPUTATION_HALF_LIFE,
          COMPLAINT_WEIGHT,
          FAN_OUT,
          PER_HOUR,
          PER_DAY,
          NIGHT_FROM,
          NIGHT_TO,
          BEHAVIOUR_IDLE,
          ALERTS_AGAIN,
          ALERTS_DIGEST_AT,
          ALERTS_QUIET,
          ALERTS_DAILY_CAP,
          WEBHOOK_URL,
          WEBHOOK_SECRETS,
          WEBHOOK_PLAIN_HTTP,
          WEBHOOK_TIMEOUT,
          DELIVERY_CONCURRENCY,
          DELIVERY_ATTEMPTS,
          DELIVERY_BACKOFF,
          DELIVERY_BACKOFF_MOST,
          DELIVERY_PAUSE,
          DELIVERY_EXPIRY,
          EVIDENCE_KEY_FILE,
          EVIDENCE_CHECKPOINT_INTERVAL,
          COMPLAINTS_SHORT_CODES,
          COMPLAINTS_LINK,
          COMPLAINTS_INBOX,
          COMPLAINTS_ANSWER,
          COMPLAINTS_DAILY_REPLIES,
          COMPLAINTS_HALF_LIFE,
          COMPLAINTS_DAILY_FULL,
          REGISTRY_URL,
          HTTP_HOST,
          HTTP_PORT,
          HTTP_ADVERTISED,
          CONSOLE_WARNINGS,
          CONSOLE_READERS,
          CONSOLE_INSTANCE_SECRET,
          CONSOLE_ACCOUNTS,
          CONSOLE_REGION,
          CONSOLE_SESSION_IDLE,
          CONSOLE_SESSION_LONGEST,
          CONSOLE_PUBLIC_URL,
          CONSOLE_BEHIND_PROXY,
          OIDC_ISSUER,
          OIDC_CLIENT_ID,
          OIDC_CLIENT_SECRET,
          OIDC_ROLE_CLAIM,
          OIDC_ROLES,
          TLS_CERTIFICATE,
          TLS_KEY,
          TLS_KEYSTORE,
          TLS_KEYSTORE_PASSWORD,
          STARTUP_TIMEOUT,
          SHUTDOWN_TIMEOUT);

  private static <T> Key<T> key(String name, String byDefault, Kind<T> kind) {
    return new Key<>(PREFIX + name, byDefault, kind, false);
  }

  private static <T> Key<T> secret(String name, Kind<T> kind) {
    return new Key<>(PREFIX + name, "", kind, true);
  }

  /** The environment variable that overrides the file: {@code SMSWARDEN_HTTP_PORT}. */
  String variable() {
    return variable(name);
  }

  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
