package org.escale.client.os.linux;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.platform.unix.X11;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.escale.client.os.linux.jna.ImageHead;
import org.escale.client.os.linux.jna.LibX11;
import org.escale.client.station.ScreenLayout;

/**
 * One connection to an X server, to look at windows and to show or hide them. Not thread-safe. A
 * window that is already gone is no failure: whoever needs it to be there looks.
 */
final class XDisplay implements AutoCloseable {

  private static final LibX11 X = LibX11.load();

  /** Kept here so that they are not collected while X holds them. */
  private static final LibX11.ErrorHandler IGNORE = (display, event) -> 0;

  private static final NativeLong NOTHING = new NativeLong(0);
  private static final NativeLong ANY_TYPE = new NativeLong(0);
  private static final NativeLong LONGEST_LIST = new NativeLong(1024);

  private static final int PLACE_AND_SIZE_GIVEN = 1 | 2;
  private static final int SMALLEST_AND_LARGEST = 16 | 32;
  private static final int MOTIF_SAYS_FUNCTIONS_AND_DECORATIONS = 1 | 2;
  private static final int MOTIF_WORDS = 5;

  private static final int TOP_OF_A_WINDOW = 100;
  private static final int COLOURS_OF_A_BACKGROUND = 8;
  private static final NativeLong ALL_PLANES = new NativeLong(-1);

  static {
    X.XSetErrorHandler(IGNORE);
  }

  private final Pointer display;
  private final AtomicBoolean lost = new AtomicBoolean();
  private final LibX11.ConnectionLost whenLost = (broken, data) -> lost.set(true);

  private XDisplay(Pointer display) {
    this.display = display;
    X.XSetIOErrorExitHandler(display, whenLost, null);
  }

  /**
   * @param name for example {@code :0}
   */
  static XDisplay open(String name, MagicCookie cookie) throws LinuxException {
    String kind = MagicCookie.KIND;
    byte[] secret = cookie.bytes();
    X.XSetAuthorization(kind, kind.length(), secret, secret.length);
    try {
      return openAsThisUser(name);
    } finally {
      X.XSetAuthorization(null, 0, null, 0);
    }
  }

  /** Opens a display that admits this user anyhow. */
  static XDisplay openAsThisUser(String name) throws LinuxException {
    Pointer display = X.XOpenDisplay(name);
    if (display == null) {
      throw new LinuxException("the display " + name + " does not let us in");
    }
    return new XDisplay(display);
  }

  boolean isLost() {
    return lost.get();
  }

  /** Makes a window that is not shown. */
  long createHidden(ScreenLayout.Area area) {
    NativeLong window =
        X.XCreateSimpleWindow(
            display,
            X.XDefaultRootWindow(display),
            area.x(),
            area.y(),
            area.width(),
            area.height(),
            0,
            NOTHING,
            NOTHING);
    sync();
    return window.longValue();
  }

  void destroy(long window) {
    X.XDestroyWindow(display, new NativeLong(window));
    sync();
  }

  /** The first window inside another. */
  OptionalLong firstChild(long window) {
    PointerByReference children = new PointerByReference();
    IntByReference count = new IntByReference();
    NativeLongByReference unused = new NativeLongByReference();
    int answered = X.XQueryTree(display, new NativeLong(window), unused, unused, children, count);
    if (answered == 0 || count.getValue() == 0) {
      return OptionalLong.empty();
    }
    long first = children.getValue().getNativeLong(0).longValue();
    X.XFree(children.getValue());
    return OptionalLong.of(first);
  }

  /**
   * Makes a window inside another one a window of the screen, without frame, exactly in this area,
   * not shown yet.
   */
  void adopt(long window, ScreenLayout.Area area) {
    NativeLong id = new NativeLong(window);
    X.XUnmapWindow(display, id);
    withoutFrame(id);
    fixedAt(id, area);
    X.XReparentWindow(display, id, X.XDefaultRootWindow(display), area.x(), area.y());
    sync();
  }

  void show(long window) {
    X.XMapRaised(display, new NativeLong(window));
    sync();
  }

  void hide(long window) {
    X.XWithdrawWindow(display, new NativeLong(window), X.XDefaultScreen(display));
    sync();
  }

  /** True if the window and all that it stands in are mapped. */
  boolean isViewable(long window) {
    X11.XWindowAttributes attributes = new X11.XWindowAttributes();
    int answered = X.XGetWindowAttributes(display, new NativeLong(window), attributes);
    return answered != 0 && attributes.map_state == X11.IsViewable;
  }

  /** True if there is more than a plain background at the top of a window. */
  boolean isPainted(long window) {
    X11.XWindowAttributes attributes = new X11.XWindowAttributes();
    NativeLong id = new NativeLong(window);
    if (X.XGetWindowAttributes(display, id, attributes) == 0) {
      return false;
    }
    int height = Math.min(attributes.height, TOP_OF_A_WINDOW);
    Pointer image =
        X.XGetImage(display, id, 0, 0, attributes.width, height, ALL_PLANES, X11.ZPixmap);
    if (image == null) {
      return false;
    }
    ImageHead head = new ImageHead(image);
    int pixels = head.bytesPerLine * head.height / Integer.BYTES;
    long colours = IntStream.of(head.data.getIntArray(0, pixels)).distinct().count();
    X.XDestroyImage(image);
    return colours > COLOURS_OF_A_BACKGROUND;
  }

  /** The programs' windows that the window manager looks after, oldest first. */
  List<Long> clientWindows() {
    PointerByReference data = new PointerByReference();
    NativeLongByReference count = new NativeLongByReference();
    X.XGetWindowProperty(
        display,
        X.XDefaultRootWindow(display),
        X.XInternAtom(display, "_NET_CLIENT_LIST", false),
        NOTHING,
        LONGEST_LIST,
        false,
        ANY_TYPE,
        new NativeLongByReference(),
        new IntByReference(),
        count,
        new NativeLongByReference(),
        data);
    Pointer list = data.getValue();
    List<Long> windows = new ArrayList<>();
    if (list != null) {
      for (int index = 0; index < count.getValue().intValue(); index++) {
        windows.add(list.getNativeLong((long) index * NativeLong.SIZE).longValue());
      }
      X.XFree(list);
    }
    return windows;
  }

  @Override
  public void close() {
    if (!isLost()) {
      X.XCloseDisplay(display);
    }
  }

  private void withoutFrame(NativeLong window) {
    NativeLong motif = X.XInternAtom(display, "_MOTIF_WM_HINTS", false);
    try (Memory words = new Memory((long) MOTIF_WORDS * NativeLong.SIZE)) {
      words.clear();
      words.setNativeLong(0, new NativeLong(MOTIF_SAYS_FUNCTIONS_AND_DECORATIONS));
      X.XChangeProperty(display, window, motif, motif, 32, 0, words, MOTIF_WORDS);
    }
  }

  private void fixedAt(NativeLong window, ScreenLayout.Area area) {
    X11.XSizeHints hints = new X11.XSizeHints();
    hints.flags = new NativeLong(PLACE_AND_SIZE_GIVEN | SMALLEST_AND_LARGEST);
    hints.x = area.x();
    hints.y = area.y();
    hints.width = area.width();
    hints.height = area.height();
    hints.min_width = area.width();
    hints.min_height = area.height();
    hints.max_width = area.width();
    hints.max_height = area.height();
    X.XSetWMNormalHints(display, window, hints);
    X.XMoveResizeWindow(display, window, area.x(), area.y(), area.width(), area.height());
  }

  private void sync() {
    X.XSync(display, false);
  }
}
