package com.duespark.api.exports;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An export to make.
 *
 * @param documents whether the PDF of every issued invoice is in it; it is when absent
 */
@Schema(name = "NewExport")
record NewExportBody(@Nullable Boolean documents) {

  static boolean withDocuments(@Nullable NewExportBody body) {
    return body == null || body.documents() == null || body.documents();
  }
}
