/**
 * Commands: what a person or program asked of an issued thing, kept until it is done or refused.
 *
 * <p>Always true: a command is committed before anyone acts on it, changes nothing by itself, and
 * is applied once (design law 3).
 */
@NullMarked
package com.duespark.domain.commands;

import org.jspecify.annotations.NullMarked;
