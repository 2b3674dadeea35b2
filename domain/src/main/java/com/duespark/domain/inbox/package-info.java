/**
 * Facts from outside, stored before anyone acts on them, and the messages that start workflows.
 *
 * <p>These tables belong to no tenant; they are reached only through the functions of V002
 * (RLS-05).
 */
@NullMarked
package com.duespark.domain.inbox;

import org.jspecify.annotations.NullMarked;
