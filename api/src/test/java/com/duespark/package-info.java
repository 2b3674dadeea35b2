/** The program as the API's tests start it. */
@org.jspecify.annotations.NullMarked
package com.duespark;
