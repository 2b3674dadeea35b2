package com.duespark.api.shared;

import com.duespark.domain.shared.Money;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON of the API (API-01, API-13, API-14): snake_case, money and numbers as decimal strings,
 * enums in upper case and read in any, unknown fields and nulls in lists refused. What is stored
 * has a contract of its own.
 */
@Configuration(proxyBeanMethods = false)
class ApiJson {

  @Bean
  JsonMapperBuilderCustomizer apiJsonForms() {
    return builder ->
        builder
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .addHandler(new IgnoredTenant())
            .addModule(
                new SimpleModule("duespark-api")
                    .addSerializer(Money.class, new MoneyText())
                    .addSerializer(BigDecimal.class, new DecimalText())
                    .addDeserializer(BigDecimal.class, new Decimal())
                    .addDeserializer(String.class, new Text()));
  }

  /** A tenant_id in a body means nothing (GEN-02). */
  private static final class IgnoredTenant extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        ValueDeserializer<?> deserializer,
        Object target,
        String name) {
      if (!name.equals("tenant_id")) {
        return false;
      }
      parser.skipChildren();
      return true;
    }
  }

  private static final class MoneyText extends ValueSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator out, SerializationContext context) {
      out.writeString(money.toPlainString());
    }
  }

  /** Without trailing zeros: {@code 16}, not {@code 16.0000} (MON-01). */
  private static final class DecimalText extends ValueSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.stripTrailingZeros().toPlainString());
    }
  }

  /**
   * Characters that there are: no NUL and no half of a pair, which no database and no mail takes.
   */
  private static final class Text extends StdScalarDeserializer<String> {

    Text() {
      super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
      var text = StringDeserializer.instance.deserialize(parser, context);
      if (text != null
          && (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text))) {
        return (String)
            context.handleWeirdStringValue(String.class, text, "has characters that are none");
      }
      return text;
    }
  }

  /** A string or a number, of a size that arithmetic can bear. */
  private static final class Decimal extends StdScalarDeserializer<BigDecimal> {

    private static final int MAX_DIGITS = 40;

    Decimal() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
      var text = parser.getString();
      try {
        if (!parser.currentToken().isScalarValue() || text.length() > MAX_DIGITS) {
          throw new NumberFormatException();
        }
        var value = new BigDecimal(text);
        if (Math.abs(value.scale()) > MAX_DIGITS) {
          throw new NumberFormatException();
        }
        return value;
      } catch (NumberFormatException e) {
        return (BigDecimal)
            context.handleWeirdStringValue(BigDecimal.class, text, "not a decimal number");
      }
    }
  }
}
