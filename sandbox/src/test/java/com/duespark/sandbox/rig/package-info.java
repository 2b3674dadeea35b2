@NullMarked
package com.duespark.sandbox.rig;

import org.jspecify.annotations.NullMarked;
