package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.members.Role;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class AccessInterceptorTest {

  /** Handlers as a controller would have them. */
  static class Handlers {
    @Allow(value = Role.ADMIN, scopes = Scope.SETTINGS_READ)
    void admins() {}

    @Allow(value = Role.OWNER, scopes = Scope.SETTINGS_READ)
    void owners() {}

    @AllowSignedIn
    void people() {}

    @AllowPublic
    @BuiltInLogin
    void login() {}
  }

  private static final LoginSettings LOGIN = login(LoginSettings.Mode.BUILT_IN);

  private static LoginSettings login(LoginSettings.Mode mode) {
    return new LoginSettings(
        mode,
        new LoginSettings.Clerk(
            "https://clerk.example.com",
            null,
            List.of("https://app.example.com"),
            "whsec_c2VjcmV0",
            null,
            null,
            Map.of()),
        Duration.ZERO);
  }

  @Test
  void theBuiltInLoginIsClosedWhereClerkIsTheOnlyOne() throws NoSuchMethodException {
    var login = new HandlerMethod(new Handlers(), Handlers.class.getDeclaredMethod("login"));

    assertThat(opens(LoginSettings.Mode.BUILT_IN, login)).isTrue();
    assertThat(opens(LoginSettings.Mode.BOTH, login)).isTrue();
    assertThatThrownBy(() -> opens(LoginSettings.Mode.CLERK, login))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CAPABILITY_DISABLED));
  }

  private static boolean opens(LoginSettings.Mode mode, HandlerMethod method) {
    return new AccessInterceptor(login(mode))
        .preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), method);
  }

  @Test
  void aKeyNeverDoesWhatTakesAnOwnerOrAPerson() {
    assertThatCode(() -> call("admins")).doesNotThrowAnyException();
    assertThatThrownBy(() -> call("owners"))
        .isInstanceOfSatisfying(Refused.class, AccessInterceptorTest::isInsufficient);
    assertThatThrownBy(() -> call("people"))
        .isInstanceOfSatisfying(Refused.class, AccessInterceptorTest::isInsufficient);
  }

  private static void isInsufficient(Refused refused) {
    assertThat(refused.reason()).isEqualTo("INSUFFICIENT_SCOPE");
  }

  private static void call(String handler) throws NoSuchMethodException {
    var request = new MockHttpServletRequest();
    var id = UUID.randomUUID();
    request.setAttribute(
        Caller.ATTRIBUTE,
        new Caller(id, id, Role.ADMIN, id, true, true, new Caller.Key(id, Set.of(Scope.values()))));
    var method = new HandlerMethod(new Handlers(), Handlers.class.getDeclaredMethod(handler));
    new AccessInterceptor(LOGIN).preHandle(request, new MockHttpServletResponse(), method);
  }
}
