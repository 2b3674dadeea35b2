package com.duespark.worker;

import com.duespark.worker.audit.AuditCommand;
import com.duespark.worker.demo.DemoBusiness;
import com.duespark.worker.local.DatabaseSettings;
import com.duespark.worker.local.LocalServices;
import com.duespark.worker.local.LocalSettings;
import com.duespark.worker.local.Settings;
import com.duespark.worker.local.StartRefused;
import com.duespark.worker.local.StartSummary;
import com.duespark.worker.replay.Replay;
import com.duespark.worker.staff.StaffCommand;
import com.duespark.worker.temporal.ReconcileCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The program. In the role {@code all} it starts the services of its own before Spring, so that a
 * taken port or a second start is one clear sentence and an exit code; in the roles {@code api} and
 * {@code worker} it is a node that is given its addresses.
 *
 * <p>Exit codes: 0 and 143 stopped, 1 failed to start, 3 already running, 4 port taken, 5 bad
 * configuration.
 */
public final class Duespark {
  private static final int FAILED = 1;
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  private final String[] args;
  private final ConfigurableEnvironment environment;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private volatile @Nullable LocalServices services;
  private volatile @Nullable ConfigurableApplicationContext context;

  private Duespark(String... args) {
    this.args = args;
    this.environment = Settings.environment(System.getenv(), args);
  }

  public static void main(String... args) {
    carryVirtualThreads();
    System.setProperty("sun.net.http.retryPost", "false"); // a POST is repeated by us or not at all
    LoggingSystem.get(Duespark.class.getClassLoader()).beforeInitialize();
    System.exit(new Duespark(args).command(args.length == 0 ? "" : args[0]));
  }

  /** An operator's command, or the program itself. */
  private int command(String name) {
    try {
      return switch (name) {
        case "replay" -> new Replay(environment, System.out, System.err).run(words());
        case "reconcile" -> new ReconcileCommand(environment, System.out, System.err).run();
        case "audit" -> new AuditCommand(environment, System.out, System.err).run(words());
        case "staff" -> new StaffCommand(environment, System.out, System.err).run(words());
        default -> run();
      };
    } catch (StartRefused e) {
      return refused(e);
    }
  }

  private static int refused(StartRefused e) {
    System.err.println(e.getMessage());
    return e.exitCode();
  }

  private List<String> words() {
    return Stream.of(args).skip(1).filter(word -> !word.startsWith("--")).toList();
  }

  /**
   * A virtual thread that waits inside class loading keeps its carrier. With as many carriers as a
   * small machine has cores, a few of them can stop everything; read once, before the first virtual
   * thread.
   */
  private static void carryVirtualThreads() {
    if (System.getProperty(CARRIERS) == null) {
      int cores = Runtime.getRuntime().availableProcessors();
      System.setProperty(CARRIERS, Integer.toString(Math.max(8, 2 * cores)));
    }
  }

  /** Serves until the process is told to stop; returns early only with the code of a failure. */
  private int run() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    try {
      LocalSettings settings = LocalSettings.from(environment);
      switch (settings.role()) {
        case ALL -> startAll(settings);
        case API, WORKER -> startNode(settings);
      }
      Thread.currentThread().join(); // the hook ends us
      return 0;
    } catch (StartRefused e) {
      return refused(e);
    } catch (InterruptedException | RuntimeException e) {
      if (!stopping.get()) {
        LoggerFactory.getLogger(Duespark.class).error("Duespark failed to start", e);
        System.err.println("Duespark failed to start: " + e.getMessage());
      }
      return FAILED;
    }
  }

  private void startAll(LocalSettings settings) {
    LocalServices opened = LocalServices.open(settings, DatabaseSettings.from(environment));
    services = opened;
    LogFile.startIn(opened.data(), environment);
    opened.start();
    context = startSpring(opened.springProperties());
    System.out.print(StartSummary.of(settings, demoSignIn()));
  }

  private @Nullable String demoSignIn() {
    return environment.getProperty("duespark.demo", Boolean.class, false)
        ? DemoBusiness.EMAIL + ", password: " + DemoBusiness.PASSWORD
        : null;
  }

  private void startNode(LocalSettings settings) {
    if (settings.bringsTemporal()) {
      throw missing("TEMPORAL_ADDRESS");
    }
    if (!environment.containsProperty("API_BASE_URL")
        && !environment.containsProperty("duespark.public-url")) {
      throw missing("API_BASE_URL"); // it stands in every mail
    }
    Map<String, Object> properties =
        new LinkedHashMap<>(DatabaseSettings.from(environment).springProperties());
    properties.putAll(settings.nodeProperties());
    context = startSpring(properties);
  }

  private static StartRefused missing(String variable) {
    return new StartRefused(
        StartRefused.Reason.BAD_CONFIGURATION, "The setting %s is missing.".formatted(variable));
  }

  private ConfigurableApplicationContext startSpring(Map<String, Object> properties) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("duespark services", properties));
    SpringApplication application = new SpringApplication(DuesparkApplication.class);
    application.setEnvironment(environment);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    LocalServices local = services;
    if (local != null) {
      application.addInitializers(
          fresh -> fresh.getBeanFactory().registerSingleton("localServices", local));
    }
    return application.run(args);
  }

  /** Workers and web first, then what they use. */
  private void stop() {
    stopping.set(true);
    LocalServices local = services;
    if (local != null) {
      local.retire();
    }
    ConfigurableApplicationContext running = context;
    if (running != null) {
      running.close();
    }
    if (local != null) {
      local.close();
    }
  }
}
