package com.duespark.sandbox.rig;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Java agent that switches off one guard of the program while its classes are loaded. The program
 * itself has no switch for that. It needs nothing but this class, so that nothing else comes onto
 * the program's class path.
 */
public final class Saboteur {
  private static final String DOMAIN = "com/duespark/domain/";
  private static final String ACTIVITIES = "com/duespark/activities/";
  private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);

  private Saboteur() {}

  /** Replaces a method's body. */
  @FunctionalInterface
  private interface Body {
    void write(CodeBuilder code);
  }

  /** A class as it should be loaded; null leaves it as it is. */
  @FunctionalInterface
  private interface Change {
    byte @Nullable [] of(String name, byte[] bytes);
  }

  private static Change change(String guard) {
    return switch (guard) {
      case "CLAIM" -> bodies(DOMAIN + "deliveries/LedgerEntry", "next", Saboteur::nextIsSend);
      case "KEY" -> bodies(ACTIVITIES + "postmark/PostmarkEmailSender", "find", Saboteur::isAbsent);
      case "WINDOW" ->
          bodies(
              DOMAIN + "reminders/Hours",
              Map.of(
                  "isBusinessDay", Saboteur::isTrue,
                  "areOpenAt", Saboteur::isTrue,
                  "within", Saboteur::isSix));
      case "RECHECK" -> Saboteur::withoutRecheck;
      default -> throw new IllegalArgumentException("No guard " + guard);
    };
  }

  private static Change bodies(String type, String method, Body body) {
    return bodies(type, Map.of(method, body));
  }

  private static Change bodies(String type, Map<String, Body> bodies) {
    return (name, bytes) -> name.equals(type) ? replaced(name, bytes, bodies) : null;
  }

  /** Called by the JVM before the program's main. */
  public static void premain(String guard, Instrumentation instrumentation) {
    Change change = change(guard);
    instrumentation.addTransformer(
        new ClassFileTransformer() {
          @Override
          public byte @Nullable [] transform(
              @Nullable ClassLoader loader,
              @Nullable String name,
              @Nullable Class<?> redefined,
              @Nullable ProtectionDomain domain,
              byte[] bytes) {
            try {
              return name == null ? null : change.of(name, bytes);
            } catch (Throwable e) { // the JVM would go on with the guard in place
              e.printStackTrace();
              Runtime.getRuntime().halt(70);
              return null;
            }
          }
        });
  }

  private static byte[] replaced(String name, byte[] bytes, Map<String, Body> bodies) {
    ClassModel before = ClassFile.of().parse(bytes);
    for (String method : bodies.keySet()) {
      if (before.methods().stream().noneMatch(m -> m.methodName().equalsString(method))) {
        throw new IllegalStateException(name + " has no " + method + " any more");
      }
    }
    System.err.println("Sabotaged: " + name + " " + bodies.keySet());
    return ClassFile.of()
        .transformClass(
            before,
            (builder, element) -> {
              if (element instanceof MethodModel method
                  && bodies.containsKey(method.methodName().stringValue())) {
                Body body = Objects.requireNonNull(bodies.get(method.methodName().stringValue()));
                builder.withMethodBody(
                    method.methodName(),
                    method.methodType(),
                    method.flags().flagsMask(),
                    body::write);
              } else {
                builder.with(element);
              }
            });
  }

  // ------------------------------------------------------------------ the bodies

  private static void isTrue(CodeBuilder code) {
    code.iconst_1().ireturn();
  }

  private static void isSix(CodeBuilder code) {
    ClassDesc time = ClassDesc.of("java.time.LocalTime");
    code.bipush(6)
        .iconst_0()
        .invokestatic(
            time, "of", MethodTypeDesc.of(time, ConstantDescs.CD_int, ConstantDescs.CD_int))
        .areturn();
  }

  private static void isAbsent(CodeBuilder code) {
    create(code, "com.duespark.activities.sending.EmailSender$Lookup$Absent");
    code.areturn();
  }

  /** What is not final may be taken by anybody at any time. */
  private static void nextIsSend(CodeBuilder code) {
    ClassDesc status = ClassDesc.of("com.duespark.domain.deliveries.DeliveryStatus");
    code.aload(0)
        .getfield(ClassDesc.of("com.duespark.domain.deliveries.LedgerEntry"), "status", status)
        .invokevirtual(status, "isUnfinished", MethodTypeDesc.of(ConstantDescs.CD_boolean))
        .ifThenElse(
            unfinished ->
                create(unfinished, "com.duespark.domain.deliveries.LedgerEntry$Move$Send"),
            over -> create(over, "com.duespark.domain.deliveries.LedgerEntry$Move$Rest"))
        .areturn();
  }

  private static void create(CodeBuilder code, String name) {
    ClassDesc type = ClassDesc.of(name);
    code.new_(type).dup().invokespecial(type, "<init>", ConstantDescs.MTD_void);
  }

  // ------------------------------------------------------------------ the last look

  /** The claim reads without a lock, and dawdles before it writes. */
  private static byte @Nullable [] withoutRecheck(String name, byte[] bytes) {
    return switch (name) {
      case DOMAIN + "invoices/Invoices" ->
          ClassFile.of().transformClass(ClassFile.of().parse(bytes), Saboteur::unlocked);
      case DOMAIN + "reminders/Reminders" ->
          ClassFile.of().transformClass(ClassFile.of().parse(bytes), Saboteur::dawdling);
      default -> null;
    };
  }

  private static void unlocked(ClassBuilder builder, ClassElement element) {
    if (!(element instanceof MethodModel method)
        || !method.methodName().equalsString("lockOpenOf")) {
      builder.with(element);
      return;
    }
    builder.transformMethod(
        method,
        (into, part) -> {
          if (part instanceof RuntimeVisibleAnnotationsAttribute annotations) {
            into.with(
                RuntimeVisibleAnnotationsAttribute.of(
                    annotations.annotations().stream().map(Saboteur::unlocked).toList()));
          } else {
            into.with(part);
          }
        });
    System.err.println("Sabotaged: Invoices.lockOpenOf");
  }

  private static Annotation unlocked(Annotation query) {
    return Annotation.of(
        query.classSymbol(),
        query.elements().stream()
            .map(
                element ->
                    element.value() instanceof AnnotationValue.OfString text
                        ? AnnotationElement.ofString(
                            element.name().stringValue(), unlocked(text.stringValue()))
                        : element)
            .toList());
  }

  private static String unlocked(String sql) {
    String without = sql.replace("for no key update", "");
    if (without.equals(sql)) {
      throw new IllegalStateException("Nothing is locked any more by " + sql);
    }
    return without;
  }

  private static void dawdling(ClassBuilder builder, ClassElement element) {
    if (element instanceof MethodModel method && method.methodName().equalsString("write")) {
      builder.transformMethod(
          method,
          (into, part) -> {
            if (part instanceof CodeModel before) {
              into.withCode(
                  code -> {
                    code.invokestatic(
                        ClassDesc.of(Saboteur.class.getName()), "dawdle", ConstantDescs.MTD_void);
                    before.forEach(code::with);
                  });
            } else {
              into.with(part);
            }
          });
      System.err.println("Sabotaged: Reminders.write");
    } else {
      builder.with(element);
    }
  }

  /** Four seconds between what a claim reads and what it writes. */
  public static void dawdle() {
    boolean claiming =
        StackWalker.getInstance()
            .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("claim")));
    if (claiming) {
      try {
        Thread.sleep(FOUR_SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
