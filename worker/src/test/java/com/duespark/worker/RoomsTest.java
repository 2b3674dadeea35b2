package com.duespark.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may import whom. The poms say it first; this sees what optional dependencies let through. */
class RoomsTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.duespark");

  @Test
  void domainKnowsNoOtherRoom() {
    noClasses()
        .that()
        .resideInAPackage("com.duespark.domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.duespark.workflows..",
            "com.duespark.activities..",
            "com.duespark.documents..",
            "com.duespark.api..",
            "com.duespark.worker..",
            "io.temporal..",
            "jakarta.servlet..",
            "org.springframework.web..")
        .check(HOUSE);
  }

  @Test
  void workflowsSeeWordsAndRulesOnly() {
    noClasses()
        .that()
        .resideInAPackage("com.duespark.workflows..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.duespark.activities..",
            "com.duespark.documents..",
            "com.duespark.api..",
            "org.springframework..",
            "java.sql..",
            "java.net..",
            "java.io..",
            "java.nio..",
            "com.stripe..",
            "com.postmarkapp..")
        .check(HOUSE);
  }

  @Test
  void workflowsAskNoClockAndRollNoDice() {
    noClasses()
        .that()
        .resideInAPackage("com.duespark.workflows..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.Thread")
        .orShould()
        .callMethod("java.util.UUID", "randomUUID")
        .orShould()
        .callMethod("java.time.Instant", "now")
        .orShould()
        .callMethod("java.lang.System", "currentTimeMillis")
        .orShould()
        .callMethod("java.lang.System", "nanoTime")
        .check(HOUSE);
  }

  @Test
  void theApiStartsWorkflowsByTheirContracts() {
    noClasses()
        .that()
        .resideInAPackage("com.duespark.api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.duespark.activities..", "com.duespark.worker..")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("WorkflowImpl")
        .check(HOUSE);
  }

  @Test
  void nobodyImportsTheDoorsOrTheSandbox() {
    noClasses()
        .that()
        .resideOutsideOfPackages("com.duespark.api..", "com.duespark.worker..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.duespark.api..", "com.duespark.worker..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackage("com.duespark.sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.duespark.sandbox..")
        .check(HOUSE);
  }

  @Test
  void onlyTheTemporalPairIsCalledImpl() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Impl")
        .should()
        .resideInAnyPackage("com.duespark.workflows..", "com.duespark.activities..")
        .check(HOUSE);
  }
}
