package tollgate.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The manifests say what Kubernetes understands, and keep the promises of k8s/README.md. */
class ManifestsTest {

  private static final Path BASE = Path.of("k8s/base");
  private static final List<Manifest> ALL = Manifest.in(BASE);

  @Test
  void everyObjectIsOfItsType() {
    assertThat(ALL).isNotEmpty().allSatisfy(each -> assertThat(each.typed()).isNotNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps/v1 | Deployment | {selector: {}, template: {}, replica: 2}
          apps/v1 | Deployment | {selector: {}, template: {}, replicas: two}
          apps/v1 | Deployment | {template: {}}
          apps/v2 | Deployment | {selector: {}, template: {}}
          v1      | Servize    | {ports: []}
          """)
  void aWrongObjectIsRefused(String version, String kind, String spec) {
    var text =
        "{apiVersion: %s, kind: %s, metadata: {name: a}, spec: %s}".formatted(version, kind, spec);

    var wrong = Manifest.of(BASE, text).getFirst();

    assertThatThrownBy(wrong::typed).isNotNull();
  }

  @Test
  void everyFileIsBuilt() throws IOException {
    Map<String, Object> built =
        new Yaml().load(Files.readString(BASE.resolve("kustomization.yaml")));

    assertThat(built.get("resources"))
        .asInstanceOf(list(String.class))
        .containsExactlyInAnyOrderElementsOf(
            ALL.stream().map(each -> each.file().getFileName().toString()).distinct().toList());
  }

  @Test
  void noSecretIsWrittenDown() throws IOException {
    assertThat(ALL).extracting(Manifest::kind).doesNotContain("Secret");
    assertThat(gateway().getEnv())
        .filteredOn(each -> each.getName().matches(".*(PASSWORD|SECRET|KEY).*"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.getName()).endsWith("_FILE"));
    assertThat(settings().stringPropertyNames())
        .noneMatch(each -> each.matches(".*(PASSWORD|SECRET|KEY).*"));
  }

  @Test
  void thePodMayDoNothingButRun() {
    var pod = pod().getSecurityContext();
    var container = gateway().getSecurityContext();

    assertThat(pod.getRunAsNonRoot()).isTrue();
    assertThat(pod().getAutomountServiceAccountToken()).isFalse();
    assertThat(container.getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
  }

  @ParameterizedTest
  @CsvSource({"startup, /startupz", "liveness, /livez", "readiness, /readyz"})
  void eachProbeAsksTheOperationsPort(String which, String path) {
    var asked = probe(which).getHttpGet();

    assertThat(asked.getPath()).isEqualTo(path);
    assertThat(asked.getPort().getStrValue()).isEqualTo("operations");
  }

  @Test
  void thePortsAreTheOnesWeListenOn() {
    assertThat(gateway().getPorts())
        .extracting(V1ContainerPort::getName, V1ContainerPort::getContainerPort)
        .containsExactlyInAnyOrder(
            tuple("public", 8080), tuple("operations", 9090), tuple("admin", 9091));
  }

  @Test
  void stoppingLeavesTimeToAnswer() {
    var lifecycle = gateway().getLifecycle();
    var sleep = lifecycle.getPreStop().getSleep().getSeconds();

    assertThat(pod().getTerminationGracePeriodSeconds() - sleep).isGreaterThanOrEqualTo(30);
  }

  @Test
  void memoryIsLimitedAndProcessorTimeIsNot() {
    var resources = gateway().getResources();

    assertThat(resources.getRequests()).containsOnlyKeys("cpu", "memory");
    assertThat(resources.getLimits()).containsOnlyKeys("memory");
  }

  /** A JVM with another collector or layout of objects would not say so, and start slowly. */
  @Test
  void theImagesAotCacheIsMadeForThePodsJvm() throws IOException {
    var image = Files.readString(Path.of("k8s/Containerfile"));
    var ofPod =
        gateway().getEnv().stream()
            .filter(each -> each.getName().equals("JDK_JAVA_OPTIONS"))
            .flatMap(each -> options(each.getValue()));

    var ofImage =
        options(
            image
                .lines()
                .filter(l -> l.startsWith("ENV JDK_JAVA_OPTIONS"))
                .findFirst()
                .orElseThrow());

    assertThat(ofImage).isNotEmpty().containsExactlyElementsOf(ofPod.toList());
  }

  /** Those that a cache depends on. */
  private static Stream<String> options(String text) {
    return Pattern.compile("-XX:\\+Use\\w+").matcher(text).results().map(MatchResult::group);
  }

  @Test
  void everybodyMeansTheSamePods() {
    var labels = template().getMetadata().getLabels();

    assertThat(selectors())
        .hasSize(6)
        .allSatisfy(each -> assertThat(labels).containsAllEntriesOf(each));
  }

  private static Stream<Map<String, String>> selectors() {
    var services = typed(V1Service.class).map(each -> each.getSpec().getSelector());
    var others =
        Stream.of(
            deployment().getSpec().getSelector().getMatchLabels(),
            one(V1PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels(),
            one(V1NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels());
    return Stream.concat(services, others);
  }

  @Test
  void whereServicesSendThereIsAPort() {
    var ports = gateway().getPorts().stream().map(V1ContainerPort::getName).toList();

    assertThat(typed(V1Service.class).flatMap(each -> each.getSpec().getPorts().stream()))
        .isNotEmpty()
        .allSatisfy(port -> assertThat(ports).contains(port.getTargetPort().getStrValue()));
  }

  /** Whoever reaches it with the token sees and sets everything. */
  @Test
  void theAdminPortStaysInTheCluster() {
    var services =
        typed(V1Service.class)
            .map(V1Service::getSpec)
            .filter(each -> each.getPorts().stream().anyMatch(p -> "admin".equals(p.getName())));
    var rules =
        one(V1NetworkPolicy.class).getSpec().getIngress().stream()
            .filter(rule ->
                rule.getPorts().stream().anyMatch(p -> "admin".equals(p.getPort().getStrValue())));

    assertThat(services)
        .singleElement()
        .satisfies(each -> assertThat(each.getType()).isEqualTo("ClusterIP"))
        .satisfies(each -> assertThat(each.getPorts()).hasSize(1));
    assertThat(rules)
        .singleElement()
        .satisfies(rule -> assertThat(rule.getFrom()).isNotEmpty())
        .satisfies(rule -> assertThat(rule.getPorts()).hasSize(1));
  }

  private static Properties settings() throws IOException {
    var settings = new Properties();
    try (var lines = Files.newBufferedReader(BASE.resolve("settings.env"))) {
      settings.load(lines);
    }
    return settings;
  }

  private static V1Probe probe(String which) {
    return switch (which) {
      case "startup" -> gateway().getStartupProbe();
      case "liveness" -> gateway().getLivenessProbe();
      default -> gateway().getReadinessProbe();
    };
  }

  private static V1Container gateway() {
    return pod().getContainers().getFirst();
  }

  private static V1PodSpec pod() {
    return template().getSpec();
  }

  private static V1PodTemplateSpec template() {
    return deployment().getSpec().getTemplate();
  }

  private static V1Deployment deployment() {
    return one(V1Deployment.class);
  }

  private static <T> T one(Class<T> type) {
    return typed(type).findFirst().orElseThrow();
  }

  private static <T> Stream<T> typed(Class<T> type) {
    return ALL.stream()
        .filter(each -> type.getSimpleName().equals("V1" + each.kind()))
        .map(each -> each.typed(type));
  }
}
