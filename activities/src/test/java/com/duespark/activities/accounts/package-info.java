@NullMarked
package com.duespark.activities.accounts;

import org.jspecify.annotations.NullMarked;
