package com.duespark.api.shared;

/** Paths under {@code /v1} that need no token. Everything else there does. */
final class PublicPaths {

  static final String[] UNDER_V1 = {
    "/v1/auth/mode",
    "/v1/auth/register",
    "/v1/auth/login",
    "/v1/auth/refresh",
    "/v1/auth/logout",
    "/v1/auth/verify-email",
    "/v1/auth/resend-verification",
    "/v1/auth/forgot-password",
    "/v1/auth/reset-password",
    "/v1/invitations/preview",
    "/v1/export-files/*",
    "/v1/integrations/*/callback",
    "/v1/webhooks/**",
    "/v1/openapi.json",
  };

  /** Open to strangers, and told who asks when somebody signed in does. */
  static final String[] WITH_OR_WITHOUT_TOKEN = {"/v1/invitations/accept"};

  private PublicPaths() {}
}
