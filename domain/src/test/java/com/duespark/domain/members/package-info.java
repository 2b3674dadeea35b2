/** Facts about members. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.members;
