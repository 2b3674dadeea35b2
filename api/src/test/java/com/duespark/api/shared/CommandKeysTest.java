package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.numbering.NumberKind;
import com.duespark.domain.numbering.Numbers;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;

@ApiTest
class CommandKeysTest {

  @Autowired Door door;
  @Autowired Idempotent idempotent;
  @Autowired Numbers numbers;
  @Autowired TransactionTemplate transaction;

  @Test
  void aRepeatedCommandIsTheFirstOne() {
    var tenant = door.owner().tenantId();
    var request = request(UUID.randomUUID(), "{}");

    var first = Tenant.call(tenant, () -> idempotent.command(request, Ids::next));
    var second = Tenant.call(tenant, () -> idempotent.command(request, Ids::next));

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(first.replay()).isFalse();
    assertThat(second.replay()).isTrue();
  }

  @Test
  void anotherBodyIsRefusedAndAFailedInsertFreesTheKey() {
    var tenant = door.owner().tenantId();
    var key = UUID.randomUUID();

    assertThatThrownBy(
            () ->
                Tenant.run(
                    tenant,
                    () ->
                        idempotent.command(
                            request(key, "{}"),
                            () -> {
                              throw Refused.notFound("Invoice");
                            })))
        .isInstanceOf(Refused.class);
    Tenant.run(tenant, () -> idempotent.command(request(key, "{}"), Ids::next));
    assertThatThrownBy(
            () -> Tenant.run(tenant, () -> idempotent.command(request(key, "[]"), Ids::next)))
        .hasMessageContaining("another request");
  }

  @Test
  void numbersTakenAtOnceHaveNoGapAndNoTwin() throws Exception {
    var tenant = door.owner().tenantId();
    Callable<String> take =
        () ->
            Tenant.call(
                tenant,
                () ->
                    Objects.requireNonNull(
                        transaction.execute(on -> numbers.next(NumberKind.INVOICE))));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var taken =
          threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> take).toList()).stream()
              .map(done -> done.resultNow())
              .collect(Collectors.toSet());

      assertThat(taken).hasSize(20).contains("INV-1001", "INV-1020");
    }
    assertThat(Tenant.<String>call(tenant, () -> numbers.preview(NumberKind.INVOICE)))
        .isEqualTo("INV-1021");
  }

  private static MockHttpServletRequest request(UUID key, String body) {
    var request = new MockHttpServletRequest("POST", "/v1/invoices/1/send");
    request.addHeader("Idempotency-Key", key.toString());
    request.setAttribute(BodyFilter.class.getName(), body.getBytes(StandardCharsets.UTF_8));
    return request;
  }
}
