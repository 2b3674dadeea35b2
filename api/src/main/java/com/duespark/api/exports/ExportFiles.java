package com.duespark.api.exports;

import com.duespark.api.shared.Rates;
import com.duespark.api.shared.RequestId;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.exports.Export;
import com.duespark.domain.exports.ExportLinks;
import com.duespark.domain.exports.ExportLinks.Grant;
import com.duespark.domain.exports.Exports;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens links to archives: a wrong one, one that is over and one to what is gone look alike. */
@Component
class ExportFiles {

  /** An archive that a link opens. */
  record File(UUID tenantId, UUID exportId, String name, long bytes) {}

  private final ExportLinks links;
  private final Exports exports;
  private final Rates rates;
  private final Audit audit;
  private final Sealed box;
  private final TransactionTemplate transaction;

  ExportFiles(
      ExportLinks links,
      Exports exports,
      Rates rates,
      Audit audit,
      Sealed box,
      TransactionTemplate transaction) {
    this.links = links;
    this.exports = exports;
    this.rates = rates;
    this.audit = audit;
    this.box = box;
    this.transaction = transaction;
  }

  /**
   * Whoever got the link is noted.
   *
   * @throws Refused LINK_EXPIRED when it opens nothing, RATE_LIMITED when it is tried too often
   */
  File open(String token, HttpServletRequest request) {
    var address = request.getRemoteAddr();
    rates.take("export/address/" + address, rates.settings().links());
    return links
        .open(token, Instant.now())
        .flatMap(grant -> Tenant.call(grant.tenantId(), () -> open(grant, address)))
        .orElseThrow(
            () ->
                new Refused(ErrorCode.LINK_EXPIRED, "Link expired; ask for a new one", List.of()));
  }

  private Optional<File> open(Grant grant, String address) {
    return Objects.requireNonNull(
        transaction.execute(
            running -> {
              var ready = exports.find(grant.exportId()).filter(one -> one.isReady(Instant.now()));
              ready.ifPresent(export -> note(grant, address));
              return ready.map(export -> file(grant.tenantId(), export));
            }));
  }

  private void note(Grant grant, String address) {
    var trail = new Trail(grant.userId().toString(), address, RequestId.current(), null);
    audit.record(trail, "export.downloaded", "export", grant.exportId(), null, Map.of());
  }

  private static File file(UUID tenantId, Export export) {
    var day = LocalDate.ofInstant(Objects.requireNonNull(export.readyAt()), ZoneOffset.UTC);
    return new File(
        tenantId,
        export.id(),
        "duespark-export-%s.zip".formatted(day),
        Objects.requireNonNull(export.sizeBytes()));
  }

  /**
   * Writes it part by part.
   *
   * @throws IOException when it is thrown away meanwhile; what was written is shorter than told
   */
  void write(File file, OutputStream out) throws IOException {
    long written = 0;
    for (int part = 0; written < file.bytes(); part++) {
      byte[] content = part(file, part);
      out.write(content);
      written += content.length;
    }
  }

  private byte[] part(File file, int part) throws IOException {
    return Tenant.call(file.tenantId(), () -> exports.part(file.exportId(), part))
        .map(box::open)
        .orElseThrow(() -> new IOException("The archive was thrown away"));
  }
}
