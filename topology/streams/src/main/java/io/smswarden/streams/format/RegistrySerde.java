package io.smswarden.streams.format;

import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.serde.avro.AvroSerde;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.avro.strategy.RecordIdStrategy;
import io.smswarden.schemas.TrustedClasses;
import java.net.URI;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro as Apicurio's serdes write it: a magic byte and the schema's id in the registry before the
 * binary record. A schema is registered under its record's namespace and name.
 *
 * @param <V> the record's class
 */
public final class RegistrySerde<V extends SpecificRecord> extends AvroSerde<V> {

  static {
    TrustedClasses.trust();
  }

  /** A serde of values with the registry at an address. */
  public RegistrySerde(URI registry) {
    configure(
        Map.of(
            SchemaResolverConfig.REGISTRY_URL,
            registry.toString(),
            SchemaResolverConfig.AUTO_REGISTER_ARTIFACT,
            true,
            SchemaResolverConfig.ARTIFACT_RESOLVER_STRATEGY,
            RecordIdStrategy.class.getName(),
            // Each record as one whole schema: nested types are not artifacts of their own.
            SchemaResolverConfig.DEREFERENCE_SCHEMA,
            true,
            AvroSerdeConfig.USE_SPECIFIC_AVRO_READER,
            true),
        false);
  }
}
