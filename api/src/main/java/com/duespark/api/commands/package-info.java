/** Asks a workflow to do something and waits a little for the answer. */
@NullMarked
package com.duespark.api.commands;

import org.jspecify.annotations.NullMarked;
