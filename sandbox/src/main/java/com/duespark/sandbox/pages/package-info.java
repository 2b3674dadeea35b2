/** Pages for people: the index, the outbox and the checkout page. No JavaScript. */
@NullMarked
package com.duespark.sandbox.pages;

import org.jspecify.annotations.NullMarked;
