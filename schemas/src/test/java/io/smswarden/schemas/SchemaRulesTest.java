package io.smswarden.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaRulesTest {

  @ParameterizedTest
  @MethodSource("namedTypes")
  void everyTypeHasTheNamespaceOfItsPackage(Schema type) {
    assertThat(type.getNamespace()).isEqualTo(getClass().getPackageName());
  }

  @ParameterizedTest
  @MethodSource("namedTypes")
  void everyTypeAndFieldSaysWhatItIs(Schema type) {
    assertThat(type.getDoc()).as("doc of %s", type.getFullName()).isNotBlank();
    if (type.getType() == Schema.Type.RECORD) {
      assertThat(type.getFields())
          .allSatisfy(
              field ->
                  assertThat(field.doc())
                      .as("doc of %s.%s", type.getName(), field.name())
                      .isNotBlank());
    }
  }

  @ParameterizedTest
  @MethodSource("namedTypes")
  void everyFieldThatMayBeNullSaysWhatNullMeans(Schema type) {
    if (type.getType() == Schema.Type.RECORD) {
      assertThat(type.getFields())
          .filteredOn(field -> field.schema().isNullable())
          .allSatisfy(
              field ->
                  assertThat(field.doc())
                      .as("doc of %s.%s", type.getName(), field.name())
                      .contains("null"));
    }
  }

  @ParameterizedTest
  @MethodSource("namedTypes")
  void everyEnumHasASymbolForWhatAnOlderReaderDoesNotKnow(Schema type) {
    if (type.getType() == Schema.Type.ENUM) {
      assertThat(type.getEnumSymbols()).contains(type.getEnumDefault());
    }
  }

  @ParameterizedTest
  @MethodSource("namedTypes")
  void everyTimeIsALogicalType(Schema type) {
    if (type.getType() == Schema.Type.RECORD) {
      assertThat(type.getFields())
          .filteredOn(field -> field.doc().contains("UTC, ms"))
          .allSatisfy(
              field ->
                  assertThat(branches(field.schema()))
                      .as("type of %s.%s", type.getName(), field.name())
                      .anySatisfy(
                          branch ->
                              assertThat(branch.getLogicalType())
                                  .extracting(logical -> logical.getName())
                                  .isEqualTo("timestamp-millis")));
    }
  }

  @Test
  void theRulesAreAskedOfEveryType() throws IOException {
    assertThat(CurrentSchemas.named())
        .extracting(Schema::getName)
        .contains("SmsEvent", "Verdict", "Warning", "Category", "DeadLetterReason");
  }

  private static List<Schema> branches(Schema schema) {
    return schema.isUnion() ? schema.getTypes() : List.of(schema);
  }

  private static Stream<Named<Schema>> namedTypes() throws IOException {
    return CurrentSchemas.named().stream().map(type -> Named.of(type.getName(), type));
  }
}
