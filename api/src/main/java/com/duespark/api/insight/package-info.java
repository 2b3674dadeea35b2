/** What a business sees of itself over REST (EP-025). */
@NullMarked
package com.duespark.api.insight;

import org.jspecify.annotations.NullMarked;
