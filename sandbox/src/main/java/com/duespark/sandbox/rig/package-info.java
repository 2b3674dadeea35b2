/**
 * The fault rig: runs the packed program as processes of their own, sets businesses in motion,
 * kills and disturbs, and judges by what the providers' stand-in has accepted.
 *
 * <p>Owns its own reckoning of when a reminder is due, and never asks the program for it. Does not
 * own the providers, nor any code of the program: it talks REST, and reads rows only for what no
 * endpoint tells.
 *
 * <p>Always true: the verdict is a pure function of what was seen; a rig with a guard of the
 * program switched off has to find the damage.
 */
@NullMarked
package com.duespark.sandbox.rig;

import org.jspecify.annotations.NullMarked;
