package com.duespark.worker.local;

import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that runs beside the application in the role {@code all}. Opened, it holds the data
 * directory's lock; started, its services answer; closed, none of their processes is left.
 *
 * <p>All start side by side. Order of stop: children, Temporal, PostgreSQL, the lock last.
 */
public final class LocalServices implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LocalServices.class);

  private final LocalSettings settings;
  private final DatabaseSettings database;
  private final DataDirectory data;
  private final Deque<AutoCloseable> open = new ArrayDeque<>(); // guarded by itself
  private boolean closed; // guarded by open
  private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();
  private final Map<String, Object> properties = new LinkedHashMap<>();

  private LocalServices(LocalSettings settings, DatabaseSettings database, DataDirectory data) {
    this.settings = settings;
    this.database = database;
    this.data = data;
  }

  /** Takes the data directory, or refuses because another process has it. */
  public static LocalServices open(LocalSettings settings, DatabaseSettings database) {
    DataDirectory data = DataDirectory.open(settings.dataDirectory());
    LocalServices services = new LocalServices(settings, database, data);
    services.toClose(InstanceLock.take(data.lock(), settings.webAddress()));
    return services;
  }

  /**
   * Where a command finds Temporal: outside as configured, else where the server of this data
   * directory listens, which another start may have put on another port.
   */
  public static String temporalAddress(LocalSettings settings) {
    if (!settings.bringsTemporal()) {
      return settings.temporalAddress();
    }
    DataDirectory data = new DataDirectory(settings.dataDirectory());
    return LocalTemporal.runningIn(data, settings)
        .orElseThrow(
            () ->
                StartRefused.badConfiguration(
                    "No Temporal runs in %s. Start Duespark, or set TEMPORAL_ADDRESS."
                        .formatted(data.root())));
  }

  /**
   * Where a command finds PostgreSQL, and the keys of the installation that are not configured:
   * outside as configured, else the server of this data directory on the port where it listens.
   */
  public static Map<String, Object> database(LocalSettings settings, DatabaseSettings database) {
    DataDirectory data = new DataDirectory(settings.dataDirectory());
    Map<String, Object> properties = new LinkedHashMap<>();
    if (database.isExternal()) {
      properties.putAll(database.springProperties());
    }
    if (Files.exists(data.secrets())) {
      Secrets secrets = Secrets.open(data);
      properties.putAll(secrets.springProperties());
      if (!database.isExternal()) {
        properties.putAll(LocalPostgres.runningIn(data, secrets));
      }
    } else if (!database.isExternal()) {
      throw StartRefused.badConfiguration(
          "There is no installation in %s. Say where with --data=, or set DATABASE_URL."
              .formatted(data.root()));
    }
    return properties;
  }

  public DataDirectory data() {
    return data;
  }

  /** Returns when every service answers. */
  public void start() {
    if (database.isExternal()) {
      properties.putAll(database.springProperties());
    }
    Secrets secrets = Secrets.open(data);
    List<ManagedProcess> others = new ArrayList<>();
    Optional<String> codecToken = codecToken(secrets);
    if (settings.bringsTemporal()) {
      others.add(LocalTemporal.on(data, settings, codecToken.map(this::codecEndpoint)));
    }
    settings.children().forEach((name, child) -> others.add(child(name, child)));
    LocalPostgres postgres =
        database.isExternal()
            ? null
            : new LocalPostgres(data, settings.port(LocalSettings.POSTGRES), secrets);
    if (postgres != null) {
      processes.add(postgres.process());
    }
    processes.addAll(others);
    processes.parallelStream().forEach(ManagedProcess::stopSurvivor);
    PortCheck.requireFree(settings.portsInUse(postgres != null));

    if (postgres != null) {
      toClose(postgres);
    }
    for (ManagedProcess other : others) {
      toClose(other);
      other.begin();
    }
    if (postgres != null) {
      postgres.start();
      properties.putAll(postgres.springProperties());
    }
    others.forEach(ManagedProcess::awaitReady);
    properties.put("duespark.temporal.address", settings.temporalAddress());
    if (settings.bringsTemporal()) {
      properties.put("duespark.temporal.ui-url", settings.temporalUiAddress());
    }
    properties.put("server.port", settings.port(LocalSettings.HTTP));
    properties.put("server.address", "127.0.0.1");
    properties.put("duespark.ports.metrics", settings.port(LocalSettings.METRICS));
    properties.putAll(secrets.springProperties());
    codecToken.ifPresent(
        token -> {
          int ui = settings.port(LocalSettings.TEMPORAL_UI);
          properties.put("duespark.codec.token", token);
          properties.put(
              "duespark.codec.ui-origins",
              "http://127.0.0.1:%d,http://localhost:%d".formatted(ui, ui));
        });
  }

  /** The configured one; with the codec switched on there is always one. */
  private Optional<String> codecToken(Secrets secrets) {
    var own = settings.codec().ownToken();
    return own.isPresent() || !settings.codec().enabled() ? own : Optional.of(secrets.codecToken());
  }

  private String codecEndpoint(String token) {
    return "http://127.0.0.1:%d/codec/%s".formatted(settings.port(LocalSettings.METRICS), token);
  }

  /** What Spring must know about the services that were started. */
  public Map<String, Object> springProperties() {
    return Map.copyOf(properties);
  }

  /** The processes that are kept alive, for health and operators. */
  public List<ManagedProcess> processes() {
    return List.copyOf(processes);
  }

  /** Whatever ends from now on stays ended. Called before the application itself is closed. */
  public void retire() {
    processes.forEach(ManagedProcess::retire);
  }

  private ManagedProcess child(String name, LocalSettings.Child child) {
    if (child.command().isEmpty()) {
      throw StartRefused.badConfiguration(
          "The setting duespark.children.%s.command is missing.".formatted(name));
    }
    Readiness readiness =
        child.ready() == null ? Readiness.immediate() : Readiness.http(URI.create(child.ready()));
    return new ManagedProcess(
        ManagedProcess.Plan.of(data, name, child.command(), child.environment(), readiness));
  }

  private void toClose(AutoCloseable service) {
    synchronized (open) {
      if (closed) {
        throw new IllegalStateException("Stopped while starting");
      }
      open.push(service);
    }
  }

  @Override
  public void close() {
    List<AutoCloseable> all;
    synchronized (open) {
      closed = true;
      all = List.copyOf(open);
      open.clear();
    }
    for (AutoCloseable service : all) {
      try {
        service.close();
      } catch (Exception e) {
        log.warn("{} did not stop cleanly", service.getClass().getSimpleName(), e);
      }
    }
  }
}
