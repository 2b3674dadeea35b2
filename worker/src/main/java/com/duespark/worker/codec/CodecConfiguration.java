package com.duespark.worker.codec;

import com.duespark.domain.datakeys.KeyRing;
import io.temporal.common.converter.DataConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CodecConfiguration {

  /** How everything of this process is written to Temporal and read. */
  @Bean
  DataConverter payloads(KeyRing keys, CodecProperties properties) {
    return new TenantCodec(() -> keys, properties.enabled()).converter();
  }
}
