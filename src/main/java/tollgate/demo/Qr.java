package tollgate.demo;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/** A QR code as a drawing inside the page: one path, black on white in every theme. */
final class Qr {

  /** Modules of white around it: a scanner needs four. */
  private static final int BORDER = 4;

  private Qr() {}

  /** Nothing if the text is longer than any QR code: the button beside it still works. */
  static Html of(String text, String label) {
    try {
      return drawn(QrCode.encodeText(text, Ecc.MEDIUM), label);
    } catch (DataTooLongException tooLong) {
      return Html.NOTHING;
    }
  }

  private static Html drawn(QrCode code, String label) {
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      row(code, y, path);
    }
    int side = code.size + 2 * BORDER;
    return new Html(
        "<svg class=\"qr\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" "
                .formatted(side, side, Html.escaped(label))
            + "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0,0h%1$dv%1$dh-%1$dz\"/>"
                .formatted(side)
            + "<path fill=\"#000\" d=\""
            + path
            + "\"/></svg>");
  }

  private static void row(QrCode code, int y, StringBuilder path) {
    for (int x = 0; x < code.size; x++) {
      if (code.getModule(x, y)) {
        path.append("M").append(x + BORDER).append(',').append(y + BORDER).append("h1v1h-1z");
      }
    }
  }
}
