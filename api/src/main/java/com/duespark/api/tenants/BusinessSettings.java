package com.duespark.api.tenants;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation allows.
 *
 * @param testBusinesses whether a business of kind TEST may be created
 */
@ConfigurationProperties("duespark")
record BusinessSettings(@DefaultValue("false") boolean testBusinesses) {}
