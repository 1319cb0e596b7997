package org.escale.client.shell.look;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Words for a telephone's camera. Plain text and no address to open: every camera shows it, nothing
 * is asked of any server, and nobody can learn that somebody read it. Black on white in every look,
 * since cameras expect it.
 */
public final class QrCode extends Region {

  /** Blank modules around the code, which cameras need to find it. */
  private static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;
  private final Canvas canvas = new Canvas();

  /**
   * @param said read aloud instead of the picture
   */
  public QrCode(String text, String said) {
    this.modules = encode(text);
    getStyleClass().add("qr-code");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(said);
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  private static ByteMatrix encode(String text) {
    try {
      return Encoder.encode(
              text,
              ErrorCorrectionLevel.L,
              Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
          .getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }

  /** Each module takes whole pixels, in the middle of the room there is. */
  @Override
  protected void layoutChildren() {
    int across = modules.getWidth() + 2 * QUIET_ZONE;
    double size = Math.min(getWidth(), getHeight());
    double module = Math.max(1, Math.floor(size / across));
    canvas.setWidth(module * across);
    canvas.setHeight(module * across);
    canvas.setLayoutX(Math.floor((getWidth() - canvas.getWidth()) / 2));
    canvas.setLayoutY(Math.floor((getHeight() - canvas.getHeight()) / 2));
    draw(canvas.getGraphicsContext2D(), module);
  }

  private void draw(GraphicsContext pen, double module) {
    pen.setFill(Color.WHITE);
    pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    pen.setFill(Color.BLACK);
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          pen.fillRect((x + QUIET_ZONE) * module, (y + QUIET_ZONE) * module, module, module);
        }
      }
    }
  }
}
