/**
 * Amazon SES behind the mail port. SES has no search: what became of a lost answer is learnt from
 * its events, which carry our delivery's id as a tag.
 */
@NullMarked
package com.duespark.activities.ses;

import org.jspecify.annotations.NullMarked;
