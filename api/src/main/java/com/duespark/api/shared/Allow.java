package com.duespark.api.shared;

import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.members.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler: members from a role upwards (spec 02, column Role), keys by their scopes.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

  /** The least role; VIEWER means every member. */
  Role value();

  /** False for what every member but an AGENT may read. */
  boolean agents() default true;

  /** The scopes that a key needs, all of them; {@code {}} means that no key may call this. */
  Scope[] scopes();
}
