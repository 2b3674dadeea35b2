package com.duespark.documents.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pictures on a sheet, as data URIs. */
final class Pictures {

  private static final Pattern IMAGE =
      Pattern.compile("data:image/(?:png|jpeg);base64,([A-Za-z0-9+/=]+)");
  private static final int MAX_EDGE = 4000;
  private static final int MODULE = 6;

  private Pictures() {}

  /** Whether a logo is a PNG or JPEG of sane size that decodes. */
  static boolean drawable(@Nullable String uri) {
    if (uri == null) {
      return false;
    }
    var match = IMAGE.matcher(uri);
    if (!match.matches()) {
      return false;
    }
    try (var input =
        ImageIO.createImageInputStream(
            new ByteArrayInputStream(Base64.getDecoder().decode(match.group(1))))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return false;
      }
      var reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return reader.getWidth(0) <= MAX_EDGE
            && reader.getHeight(0) <= MAX_EDGE
            && reader.read(0) != null;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** A QR code without a border, black on white; null when the text is too long for one. */
  static @Nullable String qrCode(String text) {
    try {
      var matrix =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.MARGIN,
                      0,
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M,
                      EncodeHintType.CHARACTER_SET,
                      "UTF-8"));
      int edge = matrix.getWidth() * MODULE;
      var image = new BufferedImage(edge, edge, BufferedImage.TYPE_BYTE_GRAY);
      for (int y = 0; y < edge; y++) {
        for (int x = 0; x < edge; x++) {
          image.setRGB(x, y, matrix.get(x / MODULE, y / MODULE) ? 0xFF000000 : 0xFFFFFFFF);
        }
      }
      var png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    } catch (WriterException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
