package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.reminders.Chase;
import com.duespark.api.shared.Described.Operation;
import com.duespark.api.shared.Door.Person;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Somebody forgot every "of this tenant" in every statement: row level security alone still shows
 * nothing of another business, and lets nothing of it be changed.
 */
@ApiTest
@Import(WithoutWhereTest.Careless.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutWhereTest {

  private static final LongAdder FORGOTTEN = new LongAdder();
  private static final String NAME = "Kilimo Fresh 7731";

  @Autowired Door door;
  @Autowired Chase chase;

  private Person stranger;
  private String contact = "";
  private String invoice = "";
  private String draft = "";
  private List<String> ours = List.of();

  /** Leaves the tenant out of what the program asks. */
  @TestConfiguration
  static class Careless {

    private static final Pattern OF_TENANT =
        Pattern.compile("((\\w+\\.)?tenant_id|(?<=from tenants where )id) = current_tenant\\(\\)");

    @Bean
    static BeanPostProcessor careless() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source ? new Forgetful(source) : bean;
        }
      };
    }

    private static final class Forgetful extends DelegatingDataSource {

      Forgetful(DataSource target) {
        super(target);
      }

      @Override
      public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return (Connection)
            Proxy.newProxyInstance(
                Forgetful.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (arguments != null && arguments[0] instanceof String sql) {
                    arguments[0] = forget(sql);
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                  }
                });
      }

      private static String forget(String sql) {
        var careless = OF_TENANT.matcher(sql).replaceAll("true");
        if (!careless.equals(sql)) {
          FORGOTTEN.increment();
        }
        return careless;
      }
    }
  }

  @BeforeAll
  void twoBusinesses() {
    var owner = door.owner();
    contact = chase.contact(owner);
    owner.patch("/v1/contacts/" + contact, "{\"display_name\":\"%s\"}".formatted(NAME)).expect(200);
    draft = chase.draft(owner, contact);
    invoice = chase.sent(owner, contact);
    chase.plan(owner, contact);
    ours = List.of(NAME, contact, invoice, draft, owner.tenantId().toString(), owner.email());
    stranger = door.verifiedOwner();
    assertThat(owner.get("/v1/invoices").expect(200).body().toString()).contains(NAME, invoice);
  }

  @TestFactory
  Stream<DynamicTest> noListHoldsAnythingOfAnother() {
    return Described.operations().stream()
        .filter(operation -> operation.method().equals("GET"))
        .filter(operation -> operation.tree().has("security"))
        .filter(operation -> !operation.tree().has("x-platform-role"))
        .filter(operation -> !operation.path().contains("{"))
        .map(this::holdsNothing);
  }

  private DynamicTest holdsNothing(Operation operation) {
    return DynamicTest.dynamicTest(
        operation.path(),
        () -> {
          var answer = stranger.get(operation.path());

          assertThat(answer.status()).isIn(200, 400, 404, 422);
          assertThat(answer.raw().getContentAsString()).doesNotContain(ours);
        });
  }

  @TestFactory
  Stream<DynamicTest> nothingOfAnotherIsReadOrChangedByItsId() {
    return Described.operations().stream()
        .filter(operation -> operation.path().matches("/v1/(contacts|invoices)/\\{id}.*"))
        .filter(operation -> operation.tree().has("security"))
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.method() + " " + operation.path(),
                    () -> {
                      var id = operation.path().startsWith("/v1/contacts") ? contact : invoice;
                      var answer = operation.callAs(stranger, id);

                      assertThat(answer.status()).isIn(404, 422);
                      assertThat(answer.raw().getContentAsString()).doesNotContain(NAME);
                    }));
  }

  @Test
  void theTenantWasLeftOut() {
    FORGOTTEN.reset();

    stranger.get("/v1/contacts").expect(200);
    stranger.get("/v1/invoices").expect(200);
    stranger.get("/v1/tenant").expect(200);

    assertThat(FORGOTTEN.sum()).isGreaterThanOrEqualTo(3);
  }
}
