package io.smswarden.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the rooms' arrows and bans. */
@AnalyzeClasses(
    packages = "io.smswarden",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
class ArchitectureTest {

  /** Another module's test classes come as a jar, which Maven's own pattern does not match. */
  static final class DoNotIncludeTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final int LONGEST_FILE = 400;

  @ArchTest
  static final ArchRule filterKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("io.smswarden.filter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.smswarden.streams..",
              "io.smswarden.schemas..",
              "io.smswarden.app..",
              "org.apache.kafka..",
              "org.apache.avro..");

  @ArchTest
  static final ArchRule schemasKnowNobody =
      noClasses()
          .that()
          .resideInAPackage("io.smswarden.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.smswarden.filter..", "io.smswarden.streams..", "io.smswarden.app..");

  @ArchTest
  static final ArchRule streamsKnowsFilterAndSchemasOnly =
      noClasses()
          .that()
          .resideInAPackage("io.smswarden.streams..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.smswarden.app..");

  @ArchTest
  static final ArchRule theConsoleKnowsThePublicFaceOfStreamsOnly =
      noClasses()
          .that()
          .resideInAPackage("io.smswarden.console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.smswarden.app..", "io.smswarden.streams.*..");

  @ArchTest
  static final ArchRule packagesOfTheConsoleHaveNoCycles =
      slices().matching("io.smswarden.console.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theApplicationUsesThePublicFaceOfStreams =
      noClasses()
          .that()
          .resideInAPackage("io.smswarden.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.smswarden.streams.*..");

  @ArchTest
  static final ArchRule packagesOfTheApplicationHaveNoCycles =
      slices().matching("io.smswarden.app.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheApplicationAsksTheClock =
      noClasses()
          .that(
              resideInAPackage("io.smswarden.filter..")
                  .or(resideInAPackage("io.smswarden.streams..")))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(InstantSource.class, "system");

  @ArchTest
  static final ArchRule packagesSayWhatTheyHold =
      classes()
          .should()
          .resideOutsideOfPackages(
              "..util..", "..utils..", "..common..", "..helper..", "..impl..", "..manager..");

  @Test
  void noFileIsTooLongToRead() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../.."))) {
      List<Path> sources =
          files
              .filter(file -> file.toString().contains("/src/main/java/"))
              .filter(file -> file.toString().endsWith(".java"))
              .toList();
      assertThat(sources).hasSizeGreaterThan(50);
      assertThat(sources)
          .allSatisfy(file -> assertThat(length(file)).isLessThanOrEqualTo(LONGEST_FILE));
    }
  }

  private static long length(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }
}
