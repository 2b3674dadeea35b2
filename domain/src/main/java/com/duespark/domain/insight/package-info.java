/**
 * What a business sees of itself at a glance (HOM-01): its money, what needs a person, what happens
 * next.
 *
 * <p>Owns no table. Always true: it is read from the rows as they are, in the time of the business;
 * amounts of different currencies are never added.
 */
@NullMarked
package com.duespark.domain.insight;

import org.jspecify.annotations.NullMarked;
