/** Facts about carrying stored events to what they are about. */
@org.jspecify.annotations.NullMarked
package com.duespark.api.dispatch;
