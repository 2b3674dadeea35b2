package com.duespark.domain.storage;

import com.duespark.domain.deliveries.FrozenMail;
import com.duespark.domain.invoices.Discount;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.LineItems;
import com.duespark.domain.invoices.TaxBreakdown;
import com.duespark.domain.reminders.ReminderPolicy;
import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.tenants.TenantSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

/**
 * The types that live in {@code jsonb} columns, and how they get there; what is {@link
 * Confidential} is sealed on its way (PRV-02).
 */
@Configuration(proxyBeanMethods = false)
public class JdbcTypes {

  /** Every domain type stored as {@code jsonb}. */
  private static final List<Class<?>> DOCUMENTS =
      List.of(
          FrozenMail.class,
          LineItems.class,
          Discount.class,
          TaxBreakdown.class,
          InvoiceDocument.class,
          JsonText.class,
          ReminderPolicy.Steps.class,
          TenantSettings.class);

  @Bean
  JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, Sealed box) {
    var converters = new ArrayList<Object>(List.of(new ToSealed(box), new FromSealed(box)));
    var json = new SealedJson(box);
    for (var type : DOCUMENTS) {
      converters.add(new ToJsonb(type, json));
      converters.add(new FromJsonb(type, json));
    }
    return JdbcCustomConversions.of(dialect, converters);
  }

  @WritingConverter
  private record ToSealed(Sealed box) implements Converter<Confidential, String> {
    @Override
    public String convert(Confidential source) {
      return box.seal(source.text());
    }
  }

  @ReadingConverter
  private record FromSealed(Sealed box) implements Converter<String, Confidential> {
    @Override
    public Confidential convert(String source) {
      return new Confidential(box.open(source));
    }
  }

  @WritingConverter
  private record ToJsonb(Class<?> type, SealedJson json) implements GenericConverter {
    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
      return Set.of(new ConvertiblePair(type, PGobject.class));
    }

    @Override
    public Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
      var column = new PGobject();
      column.setType("jsonb");
      try {
        column.setValue(
            source instanceof JsonText text
                ? text.value()
                : json.write(Objects.requireNonNull(source)));
      } catch (SQLException e) {
        throw new IllegalArgumentException(e);
      }
      return column;
    }
  }

  @ReadingConverter
  private record FromJsonb(Class<?> type, SealedJson json) implements GenericConverter {
    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
      return Set.of(new ConvertiblePair(PGobject.class, type));
    }

    @Override
    public Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
      var text = Objects.requireNonNull(((PGobject) Objects.requireNonNull(source)).getValue());
      return type == JsonText.class ? new JsonText(text) : json.read(text, type);
    }
  }
}
