package com.duespark;

import com.duespark.domain.storage.TestDatabase;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The API and the domain on an embedded database; no Temporal. */
@SpringBootApplication
public class ApiTestApplication {

  @Bean
  DataSource dataSource() {
    return TestDatabase.pool();
  }
}
