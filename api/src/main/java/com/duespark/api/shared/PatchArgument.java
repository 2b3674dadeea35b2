package com.duespark.api.shared;

import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the body of a PATCH. */
@Component
class PatchArgument implements HandlerMethodArgumentResolver {

  private final JsonMapper json;
  private final Validator validator;

  PatchArgument(JsonMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Patch.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = Optional.ofNullable(web.getNativeRequest(HttpServletRequest.class)).orElseThrow();
    var content = ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve();
    if (json.readTree(BodyFilter.bytesOf(request)) instanceof ObjectNode body) {
      return new Patch<>(
          Optional.<Class<?>>ofNullable(content).orElseThrow(), body, json, validator);
    }
    throw Refused.invalid("", "FORMAT", "The body is a JSON object with the fields to change");
  }
}
