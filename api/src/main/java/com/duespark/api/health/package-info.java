/** Whether the program lives, is ready, and knows its caller (EP-220, EP-221). */
@NullMarked
package com.duespark.api.health;

import org.jspecify.annotations.NullMarked;
