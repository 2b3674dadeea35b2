/** What is counted and timed for operators wherever a fact is made or a provider asked. */
@NullMarked
package com.duespark.activities.shared;

import org.jspecify.annotations.NullMarked;
