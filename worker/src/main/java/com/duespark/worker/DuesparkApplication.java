package com.duespark.worker;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/**
 * The Spring side of the program. {@link Duespark} has settled every address before this starts.
 */
@SpringBootApplication(scanBasePackages = "com.duespark")
@ConfigurationPropertiesScan("com.duespark")
@EnableJdbcRepositories("com.duespark.domain")
class DuesparkApplication {}
