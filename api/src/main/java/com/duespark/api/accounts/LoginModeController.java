package com.duespark.api.accounts;

import com.duespark.api.shared.AllowPublic;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.LoginSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which login is open here, so that nobody is shown a form that is always refused (AUT-09). */
@RestController
@Tag(name = "Accounts")
class LoginModeController {

  record LoginModeView(LoginSettings.Mode mode) {}

  private final LoginModeView view;

  LoginModeController(LoginSettings login) {
    this.view = new LoginModeView(login.mode());
  }

  @GetMapping("/v1/auth/mode")
  @AllowPublic
  @Operation(
      operationId = "loginMode",
      summary = "How people sign in here: with a password, through Clerk, or either way")
  Envelope<LoginModeView> mode() {
    return Envelope.of(view);
  }
}
