/**
 * The people who run the installation for all its businesses (RBC-23), and what they see of them
 * together (RLS-04): stuck work and what providers told, without its words; a business that
 * somebody names.
 *
 * <p>Always true: a platform role is no membership; each function of V027 and V032 asks the
 * database again whether who asks is an administrator; what is done is written in the platform's
 * own log and in the business's, where there is one.
 */
@NullMarked
package com.duespark.domain.platform;

import org.jspecify.annotations.NullMarked;
