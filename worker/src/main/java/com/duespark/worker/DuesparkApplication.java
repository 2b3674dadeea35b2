package com.duespark.worker;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The Spring side of the program. {@link Duespark} has settled every address before this starts.
 */
@SpringBootApplication(scanBasePackages = "com.duespark")
class DuesparkApplication {}
