package org.escale.client.os.linux.jna;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.platform.unix.X11;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** The part of libX11 that looks at windows and shows or hides them, as in Xlib.h. */
public interface LibX11 extends Library {

  static LibX11 load() {
    return Native.load("libX11.so.6", LibX11.class);
  }

  /** Called for an error of a single request. */
  interface ErrorHandler extends Callback {
    int failed(Pointer display, Pointer event);
  }

  /** Called when the connection is lost, instead of ending the program. */
  interface ConnectionLost extends Callback {
    void lost(Pointer display, @Nullable Pointer data);
  }

  @Nullable Pointer XSetErrorHandler(ErrorHandler handler);

  void XSetIOErrorExitHandler(Pointer display, ConnectionLost handler, @Nullable Pointer data);

  void XSetAuthorization(
      @Nullable String kind, int kindLength, byte @Nullable [] cookie, int cookieLength);

  @Nullable Pointer XOpenDisplay(String name);

  int XCloseDisplay(Pointer display);

  NativeLong XDefaultRootWindow(Pointer display);

  NativeLong XCreateSimpleWindow(
      Pointer display,
      NativeLong parent,
      int x,
      int y,
      int width,
      int height,
      int borderWidth,
      NativeLong border,
      NativeLong background);

  int XDestroyWindow(Pointer display, NativeLong window);

  int XMapRaised(Pointer display, NativeLong window);

  int XUnmapWindow(Pointer display, NativeLong window);

  int XWithdrawWindow(Pointer display, NativeLong window, int screen);

  int XDefaultScreen(Pointer display);

  int XReparentWindow(Pointer display, NativeLong window, NativeLong parent, int x, int y);

  int XMoveResizeWindow(Pointer display, NativeLong window, int x, int y, int width, int height);

  int XSync(Pointer display, boolean discard);

  int XQueryTree(
      Pointer display,
      NativeLong window,
      NativeLongByReference root,
      NativeLongByReference parent,
      PointerByReference children,
      IntByReference childCount);

  int XFree(Pointer data);

  NativeLong XInternAtom(Pointer display, String name, boolean onlyIfExists);

  int XChangeProperty(
      Pointer display,
      NativeLong window,
      NativeLong property,
      NativeLong type,
      int format,
      int mode,
      Pointer data,
      int elements);

  int XGetWindowProperty(
      Pointer display,
      NativeLong window,
      NativeLong property,
      NativeLong offset,
      NativeLong length,
      boolean delete,
      NativeLong type,
      NativeLongByReference actualType,
      IntByReference actualFormat,
      NativeLongByReference elements,
      NativeLongByReference bytesAfter,
      PointerByReference data);

  int XGetWindowAttributes(Pointer display, NativeLong window, X11.XWindowAttributes attributes);

  @Nullable Pointer XGetImage(
      Pointer display,
      NativeLong window,
      int x,
      int y,
      int width,
      int height,
      NativeLong planes,
      int format);

  int XDestroyImage(Pointer image);

  void XSetWMNormalHints(Pointer display, NativeLong window, X11.XSizeHints hints);
}
