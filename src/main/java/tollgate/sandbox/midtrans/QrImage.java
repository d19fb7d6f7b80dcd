package tollgate.sandbox.midtrans;

import io.nayuki.qrcodegen.QrCode;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A QR code as a PNG, written by hand: one bit a pixel needs forty lines, while the toolkit of the
 * JDK would bring its whole desktop along.
 */
final class QrImage {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int MARGIN_MODULES = 4;
  private static final int PIXELS_A_MODULE = 6;

  private QrImage() {}

  static Buffer png(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var side = (code.size + 2 * MARGIN_MODULES) * PIXELS_A_MODULE;
    var header =
        Buffer.buffer()
            .appendInt(side)
            .appendInt(side)
            // One bit a pixel, grey, the usual compression and filters, not interlaced.
            .appendBytes(new byte[] {1, 0, 0, 0, 0});
    var image = Buffer.buffer(SIGNATURE);
    chunk(image, "IHDR", header.getBytes());
    chunk(image, "IDAT", deflated(rows(code, side)));
    chunk(image, "IEND", new byte[0]);
    return image;
  }

  private static byte[] rows(QrCode code, int side) {
    var bytesARow = 1 + (side + 7) / 8;
    var rows = new byte[bytesARow * side];
    for (var pixel = 0; pixel < side * side; pixel++) {
      var x = pixel % side;
      var y = pixel / side;
      var dark =
          code.getModule(
              x / PIXELS_A_MODULE - MARGIN_MODULES, y / PIXELS_A_MODULE - MARGIN_MODULES);
      if (!dark) rows[y * bytesARow + 1 + x / 8] |= (byte) (0x80 >> (x % 8));
    }
    return rows;
  }

  private static byte[] deflated(byte[] rows) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(rows);
      deflater.finish();
      var packed = Buffer.buffer();
      var part = new byte[4096];
      while (!deflater.finished()) packed.appendBytes(part, 0, deflater.deflate(part));
      return packed.getBytes();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(Buffer image, String type, byte[] data) {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(name);
    sum.update(data);
    image.appendInt(data.length).appendBytes(name).appendBytes(data);
    image.appendInt((int) sum.getValue());
  }
}
