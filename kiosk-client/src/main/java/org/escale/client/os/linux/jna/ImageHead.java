package org.escale.client.os.linux.jna;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;

/** The first fields of XImage, up to what is needed to read its pixels. */
@Structure.FieldOrder({
  "width",
  "height",
  "xoffset",
  "format",
  "data",
  "byteOrder",
  "bitmapUnit",
  "bitmapBitOrder",
  "bitmapPad",
  "depth",
  "bytesPerLine"
})
@SuppressWarnings("NullAway.Init") // filled from native memory
public class ImageHead extends Structure {

  public int width;
  public int height;
  public int xoffset;
  public int format;
  public Pointer data;
  public int byteOrder;
  public int bitmapUnit;
  public int bitmapBitOrder;
  public int bitmapPad;
  public int depth;
  public int bytesPerLine;

  public ImageHead(Pointer image) {
    super(image);
    read();
  }
}
