package com.duespark.api.shared;

import com.duespark.domain.members.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The least role that may call a handler (spec 02, column Role). VIEWER means every member. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

  Role value();

  /** False for what every member but an AGENT may read. */
  boolean agents() default true;
}
