package org.escale.client.shell;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Reads the code in a picture, as a telephone would. */
public final class PhonesEye {

  public static String read(Path picturePath) throws IOException, ReaderException {
    return read(ImageIO.read(picturePath.toFile()));
  }

  /** Without looking any harder than a telephone that is held still. */
  public static String read(BufferedImage picture) throws ReaderException {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  private PhonesEye() {}
}
