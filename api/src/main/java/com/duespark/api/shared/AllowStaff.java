package com.duespark.api.shared;

import com.duespark.domain.accounts.PlatformRole;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Staff of the platform may call this handler, from a role upwards, members of a business or not,
 * after a login that is not old (SEC-07); no key may.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowStaff {

  /** The least role. */
  PlatformRole value();
}
