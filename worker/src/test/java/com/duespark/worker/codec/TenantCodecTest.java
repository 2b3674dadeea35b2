package com.duespark.worker.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.datakeys.DataKeys;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import com.duespark.workflows.shared.FactRef;
import com.duespark.workflows.testclock.TestClockWorkflow;
import com.google.protobuf.ByteString;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.codec.PayloadCodecException;
import io.temporal.payload.context.WorkflowSerializationContext;
import io.temporal.workflow.WorkflowInterface;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantCodecTest {

  /** Mails belong to persons; a closing outlives the keys of its business. */
  private static final Set<String> KNOWINGLY_NOBODYS = Set.of("account-mail", "closing");

  private final UUID tenant = Keys.business();
  private final UUID invoice = Keys.invoice(tenant);
  private final FactRef fact = new FactRef(tenant, invoice);
  private final String workflowId = InvoiceWorkflow.workflowId(invoice);

  private static DataConverter converter(boolean encrypts, String workflowId) {
    return Keys.codec(encrypts)
        .converter()
        .withContext(new WorkflowSerializationContext("default", workflowId));
  }

  private static Payload written(DataConverter converter, Object value) {
    return converter.toPayload(value).orElseThrow();
  }

  private static FactRef read(DataConverter converter, Payload payload) {
    return converter.fromPayload(payload, FactRef.class, FactRef.class);
  }

  private static String keyOf(Payload payload) {
    return payload.getMetadataOrThrow(TenantCodec.KEY).toStringUtf8();
  }

  private static Payload named(Payload payload, String key) {
    return payload.toBuilder().putMetadata(TenantCodec.KEY, ByteString.copyFromUtf8(key)).build();
  }

  @Test
  void whatAWorkflowWritesIsEncryptedWithTheKeyOfItsBusiness() {
    var payload = written(converter(true, workflowId), fact);

    assertThat(TenantCodec.isEncrypted(payload)).isTrue();
    assertThat(keyOf(payload)).isEqualTo(tenant + "/1");
    assertThat(payload.getData().toStringUtf8()).doesNotContain(invoice.toString(), "eventId");
    assertThat(read(converter(true, workflowId), payload)).isEqualTo(fact);
  }

  @Test
  void whatBelongsToNobodyIsEncryptedWithTheInstallationsKey() {
    var ofNobody = DataKeys.INSTALLATION + "/1";

    assertThat(keyOf(written(converter(true, "reconcile"), "step"))).isEqualTo(ofNobody);
    assertThat(keyOf(written(converter(true, "invoice/" + UUID.randomUUID()), fact)))
        .isEqualTo(ofNobody);
    assertThat(keyOf(written(Keys.codec(true).converter(), "step"))).isEqualTo(ofNobody);
    assertThat(keyOf(written(converter(true, TestClockWorkflow.workflowId(tenant)), "step")))
        .isEqualTo(tenant + "/1");
  }

  /** A new kind of a business's workflow needs a line in the function workflow_tenant. */
  @Test
  void everyKindOfWorkflowIsABusinessesOrKnowinglyNobodys() {
    var kinds =
        new ClassFileImporter()
            .importPackages("com.duespark.workflows").stream()
                .filter(type -> type.isAnnotatedWith(WorkflowInterface.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals("workflowId"))
                .map(TenantCodecTest::kind)
                .toList();

    assertThat(kinds).contains("invoice", "cadence", "account-mail");
    assertThat(kinds)
        .filteredOn(kind -> !KNOWINGLY_NOBODYS.contains(kind))
        .allSatisfy(kind -> assertThat(Keys.lookUp()).contains("when '" + kind + "' then"));
  }

  private static String kind(JavaMethod method) {
    try {
      var id = (String) method.reflect().invoke(null, UUID.randomUUID());
      return id.substring(0, id.indexOf('/'));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method.getFullName(), e);
    }
  }

  @Test
  void howeverTheSwitchStandsBothAreRead() {
    var on = converter(true, workflowId);
    var off = converter(false, workflowId);
    var clear = written(off, fact);

    assertThat(clear.getData().toStringUtf8()).contains(invoice.toString());
    assertThat(read(on, clear)).isEqualTo(fact);
    assertThat(read(off, written(on, fact))).isEqualTo(fact);
  }

  @Test
  void anotherBusinessesKeyReadsNothing() {
    var other = Keys.business();
    var theirs =
        written(converter(true, InvoiceWorkflow.workflowId(Keys.invoice(other))), "their step");
    var mine = written(converter(true, workflowId), fact);

    assertThatThrownBy(() -> read(converter(true, workflowId), named(mine, keyOf(theirs))))
        .isInstanceOf(PayloadCodecException.class)
        .hasMessageContaining("data key %s/1 did not encrypt it", other);
  }

  @Test
  void aChangedByteIsRefused() {
    var payload = written(converter(true, workflowId), fact);
    byte[] data = payload.getData().toByteArray();
    data[data.length / 2] ^= 1;
    var changed = payload.toBuilder().setData(ByteString.copyFrom(data)).build();

    assertThatThrownBy(() -> read(converter(true, workflowId), changed))
        .isInstanceOf(PayloadCodecException.class)
        .hasMessageContaining("was changed");
    assertThatThrownBy(() -> read(converter(true, workflowId), named(payload, "nonsense")))
        .isInstanceOf(PayloadCodecException.class)
        .hasMessageContaining("names no data key");
  }

  /** As a DataConverterException it would cost a signal. */
  @Test
  void anErasedKeyIsAClearFailure() {
    var payload = written(converter(true, workflowId), fact);
    Keys.erase(tenant);

    assertThatThrownBy(() -> read(converter(true, workflowId), payload))
        .isInstanceOf(PayloadCodecException.class)
        .isNotInstanceOf(DataConverterException.class)
        .hasMessageContaining("Data key %s/1 was erased on 20", tenant);
    assertThat(keyOf(written(converter(true, workflowId), fact))).isEqualTo(tenant + "/2");
  }

  @Test
  void whatAFailureSaysIsEncryptedAndItsTypeIsNot() {
    var failure = ApplicationFailure.newFailure("Savanna Bloom is away", "AWAY", "their address");

    var written = converter(true, workflowId).exceptionToFailure(failure);
    var read = converter(false, workflowId).failureToException(written);

    assertThat(written.toString()).doesNotContain("Savanna", "address", "TenantCodecTest");
    assertThat(written.getApplicationFailureInfo().getType()).isEqualTo("AWAY");
    assertThat(keyOf(written.getEncodedAttributes())).isEqualTo(tenant + "/1");
    assertThat(((ApplicationFailure) read).getOriginalMessage()).isEqualTo("Savanna Bloom is away");
    assertThat(((ApplicationFailure) read).getDetails().get(String.class))
        .isEqualTo("their address");
    assertThat(read.getStackTrace())
        .extracting(StackTraceElement::getClassName)
        .contains(TenantCodecTest.class.getName());
  }
}
