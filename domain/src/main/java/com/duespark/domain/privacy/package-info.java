/**
 * What people ask about the data that a business holds about them: a copy, or that it is forgotten
 * (PRV-05, PRV-06).
 *
 * <p>Always true: what law obliges a business to keep stays, without the person in it; an erased
 * person is in no table any more.
 */
@NullMarked
package com.duespark.domain.privacy;

import org.jspecify.annotations.NullMarked;
