/** Facts about encrypted payloads. */
@org.jspecify.annotations.NullMarked
package com.duespark.worker.codec;
