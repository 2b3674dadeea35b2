package com.duespark.workflows.shared;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A replayed workflow must decide the same: nothing in it asks the world outside. */
class PurityTest {

  private static final JavaClasses WORKFLOWS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.duespark.workflows");

  private static final Set<String> FORBIDDEN =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.util.UUID.randomUUID",
          "java.util.Collection.parallelStream");

  private static final ArchRule NO_CLOCK_DICE_OR_WORLD =
      noClasses()
          .should()
          .callMethodWhere(
              new DescribedPredicate<JavaCall<?>>("it asks a clock, the dice or the world") {
                @Override
                public boolean test(JavaCall<?> call) {
                  var target = call.getTarget();
                  var owner = target.getOwner().getName();
                  return FORBIDDEN.contains(owner + "." + target.getName())
                      || (owner.startsWith("java.time.") && target.getName().equals("now"));
                }
              });

  private static final ArchRule NO_THREADS_FILES_NET_OR_SPRING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.net..",
              "java.nio.file..",
              "java.sql..",
              "java.util.concurrent..",
              "org.springframework..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Thread")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random");

  @Test
  void workflowsAskNoClockNoDiceAndNoWorld() {
    assertThat(WORKFLOWS).extracting(JavaClass::getSimpleName).contains("InvoiceWorkflowImpl");
    NO_CLOCK_DICE_OR_WORLD.check(WORKFLOWS);
    NO_THREADS_FILES_NET_OR_SPRING.check(WORKFLOWS);
  }

  @Test
  void theGuardSeesWhatItForbids() {
    var guilty = new ClassFileImporter().importClasses(Guilty.class, Threaded.class);

    assertThat(NO_CLOCK_DICE_OR_WORLD.evaluate(guilty).getFailureReport().getDetails()).hasSize(3);
    assertThat(NO_THREADS_FILES_NET_OR_SPRING.evaluate(guilty).hasViolation()).isTrue();
  }

  /** Everything that a workflow must not do. */
  static final class Guilty {
    String sin() {
      return Instant.now().toString() + Math.random() + UUID.randomUUID();
    }
  }

  /** A thread of its own. */
  static final class Threaded {
    Thread sin() {
      return Thread.currentThread();
    }
  }
}
