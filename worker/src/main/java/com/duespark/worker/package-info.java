/**
 * The program: one jar and one main, in the role {@code all}, {@code api} or {@code worker}.
 *
 * <p>Owns how a process starts, where its addresses come from and in which order it stops. Holds no
 * rule of the product. Only the role {@code all} starts services of its own, see {@code local}.
 */
@NullMarked
package com.duespark.worker;

import org.jspecify.annotations.NullMarked;
