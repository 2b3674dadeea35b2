package com.duespark.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description is part of the product: clients are generated from {@code docs/openapi.json}.
 * After a wanted change run the build once with {@code -Dopenapi.write=true} and commit the file.
 */
@ApiTest
class OpenApiTest {

  private static final Path COMMITTED = Path.of("..", "docs", "openapi.json");

  /** Files. */
  private static final Set<String> EXEMPT =
      Set.of(
          "getInvoicePdf",
          "getReceipt",
          "exportAuditLog",
          "getPrivacyRequestFile",
          "getExportFile");

  @Autowired MockMvc mvc;

  @Test
  void theCommittedDescriptionIsTheOneWeServe() throws Exception {
    var served = served();
    if (Boolean.getBoolean("openapi.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, served);
    }

    assertThat(served).isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void everyOperationHasItsIdAndATypedAnswer() throws Exception {
    var ids = new TreeSet<String>();

    for (var path : tree().path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        var where = operation.getKey() + " " + path.getKey();
        var id = operation.getValue().path("operationId").asString("");
        assertThat(id).as(where).isNotBlank().doesNotContain("_");
        assertThat(ids.add(id)).as("%s is the only %s", where, id).isTrue();
        if (path.getKey().startsWith("/v1/") && !EXEMPT.contains(id)) {
          assertThat(answer(operation.getValue())).as(where).contains("Envelope");
        }
      }
    }
  }

  @Test
  void namesAreSnakeCaseAndNullIsSaid() throws Exception {
    var contact = tree().at("/components/schemas/ContactView");

    assertThat(contact.path("properties").has("display_name")).isTrue();
    assertThat(contact.at("/properties/deleted_at/type").toString()).contains("null");
    assertThat(contact.path("required").toString()).contains("\"code\"", "\"display_name\"");
    assertThat(tree().at("/components/schemas/CashPosition/properties/last_payment/oneOf"))
        .hasToString("[{\"$ref\":\"#/components/schemas/LastPayment\"},{\"type\":\"null\"}]");
    assertThat(tree().at("/components/schemas/PlannedMessage/properties/tone/enum").toString())
        .contains("null");
    assertThat(tree().at("/components/schemas/ContactLine/properties/outstanding_balance/type"))
        .hasToString("\"string\"");
  }

  @Test
  void statusesAndProblemsAreSaid() throws Exception {
    var paths = tree().path("paths");

    assertThat(statuses(paths.at("/~1v1~1contacts/post"))).containsOnly("201", "default");
    assertThat(statuses(paths.at("/~1v1~1test-clock/post"))).containsOnly("202", "default");
    assertThat(statuses(paths.at("/~1v1~1invoices~1{id}~1send/post")))
        .containsOnly("200", "202", "default");
    assertThat(paths.at("/~1v1~1contacts/post/responses/default/content").propertyNames())
        .containsOnly("application/json", "application/problem+json");
    assertThat(statuses(paths.at("/~1portal~1invoices~1{secret}~1pay/post")))
        .containsOnly("200", "303", "default");
    assertThat(
            paths
                .at("/~1portal~1invoices~1{secret}~1promise/get/responses/default/content")
                .propertyNames())
        .contains("text/html");
  }

  private static Set<String> statuses(JsonNode operation) {
    return new TreeSet<>(operation.path("responses").propertyNames());
  }

  private static String answer(JsonNode operation) {
    return operation.path("responses").properties().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .map(response -> response.getValue().at("/content/application~1json/schema/$ref"))
        .map(reference -> reference.asString(""))
        .findFirst()
        .orElse("");
  }

  private JsonNode tree() throws Exception {
    return JsonMapper.shared().readTree(served());
  }

  private String served() throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get("/v1/openapi.json"))
            .andReturn()
            .getResponse()
            .getContentAsString()
            .strip()
        + "\n";
  }
}
