package com.duespark.worker.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.ops.Outstanding;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.storage.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compose, images, alerts and their runbooks, checked as far as it goes without an engine. */
class OpsFilesTest {

  private static final Path ROOT = Path.of("..");
  private static final String OLDEST = "_oldest_seconds";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:[?-])?");

  private final JsonNode compose = yaml("docker-compose.yml");

  @Test
  void everyMountedFileIsThere() {
    List<String> mounts =
        services()
            .flatMap(service -> service.path("volumes").valueStream())
            .map(JsonNode::asString)
            .map(mount -> mount.substring(0, mount.indexOf(':')))
            .toList();

    assertThat(mounts.stream().filter(mount -> mount.startsWith("./")))
        .isNotEmpty()
        .allSatisfy(mount -> assertThat(ROOT.resolve(mount)).exists());
    assertThat(mounts.stream().filter(mount -> !mount.startsWith("./")))
        .isSubsetOf(List.copyOf(compose.path("volumes").propertyNames()));
  }

  @Test
  void everyServiceThatIsWaitedForExists() {
    Set<String> names = Set.copyOf(compose.path("services").propertyNames());
    Set<String> wanted = new TreeSet<>();
    services()
        .map(service -> service.path("depends_on"))
        .forEach(
            on -> {
              on.propertyNames().forEach(wanted::add);
              on.valueStream()
                  .filter(JsonNode::isString)
                  .map(JsonNode::asString)
                  .forEach(wanted::add);
            });

    assertThat(wanted).isNotEmpty().isSubsetOf(names);
  }

  @Test
  void versionsAreNamed() {
    assertThat(services().map(service -> service.path("image").asString()))
        .allMatch(image -> image.matches("[\\w./-]+:(\\$\\{\\w+:-)?[\\w.]+}?"))
        .noneMatch(image -> image.contains("latest"));
  }

  @Test
  void onlyTheApiIsOpenToTheWorld() {
    assertThat(
            services()
                .flatMap(service -> service.path("ports").valueStream())
                .map(JsonNode::asString)
                .filter(port -> !port.startsWith("127.0.0.1:")))
        .containsExactly("${DUESPARK_HTTP_PORT:-8000}:8000");
  }

  @Test
  void everyRequiredVariableIsMadeByTheFirstEnv() {
    String made = read("ops/first-env");

    assertThat(VARIABLE.matcher(read("docker-compose.yml")).results())
        .isNotEmpty()
        .filteredOn(variable -> !":-".equals(variable.group(2)))
        .extracting(variable -> variable.group(1))
        .allSatisfy(name -> assertThat(made).containsPattern("(?m)^" + name + "="));
  }

  @Test
  void everySettingOfANodeIsDocumented() {
    String documented = read("docs/configuration.md");

    assertThat(compose.path("x-settings").propertyNames())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
    assertThat(Pattern.compile("(?m)^(\\w+)=").matcher(read(".env.example")).results())
        .isNotEmpty()
        .extracting(name -> name.group(1))
        .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
  }

  @Test
  void theImagesRunAsNobodySpecialAndAreWatched() {
    String dockerfile = read("Dockerfile");
    List<String> stages =
        Pattern.compile("(?m)^FROM \\S+ AS (\\w+)")
            .matcher(dockerfile)
            .results()
            .map(stage -> stage.group(1))
            .toList();

    assertThat(targets()).isNotEmpty().isSubsetOf(stages);
    assertThat(dockerfile.substring(dockerfile.indexOf(" AS base")))
        .contains("USER 10001")
        .doesNotContainPattern("(?m)^USER (root|0)");
    for (String target : targets()) {
      String stage = dockerfile.substring(dockerfile.indexOf("FROM base AS " + target));
      int end = stage.indexOf("\nFROM ");
      assertThat(end < 0 ? stage : stage.substring(0, end))
          .contains("HEALTHCHECK", "ENTRYPOINT [")
          .doesNotContain("curl");
    }
    assertThat(Pattern.compile("COPY --from=(\\w+)").matcher(dockerfile).results())
        .extracting(copy -> copy.group(1))
        .isSubsetOf(stages);
  }

  private Set<String> targets() {
    return services()
        .map(service -> service.path("build").path("target").asString(""))
        .filter(target -> !target.isEmpty())
        .collect(Collectors.toSet());
  }

  @Test
  void everyAlertHasItsRunbook() {
    Set<String> headings =
        Pattern.compile("(?m)^#+ (.+)$")
            .matcher(read("docs/operations.md"))
            .results()
            .map(OpsFilesTest::anchor)
            .collect(Collectors.toSet());
    List<JsonNode> alerts =
        yaml("ops/prometheus/alerts.yml")
            .path("groups")
            .valueStream()
            .flatMap(group -> group.path("rules").valueStream())
            .toList();

    assertThat(alerts)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            alert -> {
              String runbook = alert.path("annotations").path("runbook").asString();
              assertThat(runbook).startsWith("docs/operations.md#");
              assertThat(headings).contains(runbook.substring(runbook.indexOf('#') + 1));
              assertThat(alert.path("annotations").path("summary").asString()).isNotBlank();
              assertThat(alert.path("labels").path("severity").asString()).isIn("page", "ticket");
            });
  }

  @Test
  void everyNumberOfTheDatabaseThatAnAlertReadsIsMade() {
    Set<String> made =
        new Outstanding(JdbcClient.create(TestDatabase.app()), TestSecrets.sealed())
            .now().stream()
                .flatMap(
                    line ->
                        Stream.of("duespark_" + line.what(), "duespark_" + line.what() + OLDEST))
                .collect(Collectors.toSet());
    Set<String> read =
        Pattern.compile("duespark_\\w+")
            .matcher(read("ops/prometheus/alerts.yml"))
            .results()
            .map(MatchResult::group)
            .filter(name -> name.endsWith(OLDEST) || made.contains(name))
            .collect(Collectors.toSet());

    assertThat(read)
        .contains("duespark_retention_overdue" + OLDEST, "duespark_sealed_otherwise")
        .isSubsetOf(made);
    assertThat(read("docs/operations.md"))
        .contains("`duespark_retention_overdue`", "`duespark_sealed_otherwise{kind}`");
  }

  @Test
  void grafanaReadsThePlaceWhereItsDashboardLies() {
    String path =
        yaml("ops/grafana/provisioning/dashboards/duespark.yml")
            .path("providers")
            .path(0)
            .path("options")
            .path("path")
            .asString();
    JsonNode dashboard = JSON.readTree(read("ops/grafana/dashboards/duespark.json"));
    String source =
        yaml("ops/grafana/provisioning/datasources/prometheus.yml")
            .path("datasources")
            .path(0)
            .path("uid")
            .asString();

    assertThat(compose.path("services").path("grafana").path("volumes").valueStream())
        .anyMatch(mount -> mount.asString().equals("./ops/grafana/dashboards:" + path + ":ro"));
    assertThat(dashboard.path("panels").valueStream())
        .filteredOn(panel -> !panel.path("type").asString().equals("row"))
        .isNotEmpty()
        .allMatch(panel -> panel.path("datasource").path("uid").asString().equals(source))
        .extracting(panel -> panel.path("id").asInt())
        .doesNotHaveDuplicates();
  }

  @Test
  void prometheusAsksServicesThatExist() {
    String hosts = read("ops/prometheus/prometheus.yml");

    assertThat(Pattern.compile("\\[([a-z]+)(?::\\d+)?]").matcher(hosts).results())
        .isNotEmpty()
        .extracting(host -> host.group(1))
        .isSubsetOf(List.copyOf(compose.path("services").propertyNames()));
  }

  /** As Markdown makes anchors of headings. */
  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 -]", "")
        .replace(' ', '-');
  }

  private Stream<JsonNode> services() {
    return compose.path("services").valueStream();
  }

  private static JsonNode yaml(String file) {
    return JSON.valueToTree(new Yaml(new LoaderOptions()).<Object>load(read(file)));
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
