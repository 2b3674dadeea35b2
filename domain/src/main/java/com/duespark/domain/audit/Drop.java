package com.duespark.domain.audit;

import com.duespark.domain.audit.AuditKeys.Signer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a dropped month leaves of a business: which places went, and the last block among them.
 *
 * @param places as PostgreSQL prints ranges: {@code {[1,4),[7,9)}}
 * @param lastHash in hex
 */
record Drop(UUID tenantId, LocalDate month, String places, long lastBlock, String lastHash) {

  String signature(Signer signer) {
    return signer.drop(
        String.join(
                "\n",
                List.of(
                    tenantId.toString(),
                    month.toString(),
                    places,
                    Long.toString(lastBlock),
                    lastHash))
            .getBytes(StandardCharsets.UTF_8));
  }
}
