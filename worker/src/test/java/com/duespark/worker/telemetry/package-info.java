@NullMarked
package com.duespark.worker.telemetry;

import org.jspecify.annotations.NullMarked;
