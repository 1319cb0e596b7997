package org.escale.client;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Who may depend on whom in the client. */
@AnalyzeClasses(
    packages = "org.escale.client",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ClientArchitectureTest {

  private static final String STATION = "org.escale.client.station..";
  private static final String AUDIT = "org.escale.client.audit..";
  private static final String PROTOCOL = "org.escale.protocol..";
  private static final String[] DECIDES_ALONE = {
    "java.lang..", "java.util..", "java.time..", "java.net", "org.jspecify..", STATION, PROTOCOL
  };

  @ArchTest
  static final ArchRule stationIsPure =
      classes()
          .that()
          .resideInAPackage(STATION)
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(DECIDES_ALONE));

  @ArchTest
  static final ArchRule stationHasNoThreadsAndNoClock =
      noClasses()
          .that()
          .resideInAPackage(STATION)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(Thread.class.getName())
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.concurrent..");

  @ArchTest
  static final ArchRule adaptersDoNotKnowEachOther =
      slices()
          .matching("org.escale.client.(os|journal|link|ipc)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule adaptersKnowNeitherAgentNorShell =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.escale.client.os..",
              "org.escale.client.journal..",
              "org.escale.client.link..",
              "org.escale.client.ipc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.escale.client.agent..", "org.escale.client.shell..");

  @ArchTest
  static final ArchRule agentHasNoWindow =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.escale.client.shell..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "org.escale.client.shell..");

  @ArchTest
  static final ArchRule shellKnowsTheAgentByItsMessagesOnly =
      noClasses()
          .that()
          .resideInAPackage("org.escale.client.shell..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.escale.client..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.escale.client.shell..",
                              "org.escale.client.ipc..",
                              "org.escale.client.station"))));

  @ArchTest
  static final ArchRule viewModelsKnowNoScene =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx.scene..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nativeCallsAreFenced =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.escale.client.os..", "org.escale.client.shell..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.jna..");

  @ArchTest
  static final ArchRule theWallClockIsReadInTheAssemblyOnly =
      noClasses()
          .that()
          .haveNameNotMatching(".*(Assembly|Main)(\\$.*)?")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule programsAreStartedByTheCommandRunnerOnly =
      noClasses()
          .that()
          .doNotHaveSimpleName("CommandRunner")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(ProcessBuilder.class.getName());

  @ArchTest
  static final ArchRule programsEndInMainOnly =
      noClasses()
          .that()
          .haveNameNotMatching(".*Main(\\$.*)?")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out");

  /** What doubts the wipe must not be wrong in the same way. */
  @ArchTest
  static final ArchRule theAuditSharesNoCodeWithTheWipe =
      classes()
          .that()
          .resideInAPackage(AUDIT)
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", AUDIT));

  @ArchTest
  static final ArchRule onlyTheAgentKnowsTheAudit =
      noClasses()
          .that()
          .resideOutsideOfPackages(AUDIT, "org.escale.client.agent..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(AUDIT);

  @ArchTest
  static final ArchRule partsAreFreeOfCycles =
      slices().matching("org.escale.client.(*)..").should().beFreeOfCycles();
}
