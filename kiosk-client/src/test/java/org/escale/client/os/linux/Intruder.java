package org.escale.client.os.linux;

import com.sun.jna.Callback;
import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A program of a visit that tries against the station what an X client can try. Runs inside the
 * bubble, brought there by {@link Insider}; says what it sees on its standard output.
 */
public final class Intruder {

  private static final NativeLibrary X = NativeLibrary.getInstance("libX11.so.6");
  private static final NativeLibrary TEST = NativeLibrary.getInstance("libXtst.so.6");
  private static final NativeLibrary INPUT = NativeLibrary.getInstance("libXi.so.6");
  private static final NativeLibrary SECCOMP = NativeLibrary.getInstance("libseccomp.so.2");
  private static final NativeLibrary C = NativeLibrary.getInstance("c");

  private static final int BYTES_OF_AN_EVENT = 192;
  private static final int KEY_PRESS = 2;
  private static final int BUTTON_PRESS = 4;
  private static final int KEYCODE_AT = 84;
  private static final int GENERIC_EVENT = 35;
  private static final int RAW_KEY_PRESS = 13;
  private static final int ALL_MASTER_DEVICES = 1;
  private static final int ASYNCHRONOUS = 1;
  private static final int BUTTONS_AND_MOTION = 0x4C;
  private static final long OVERRIDE_REDIRECT = 1 << 9;
  private static final int OVERRIDE_REDIRECT_AT = 88;
  private static final int ALL_IN_PIXELS = 2;

  /** Errors are counted, where Xlib would end the program. */
  interface ErrorHandler extends Callback {
    int failed(Pointer display, Pointer event);
  }

  private static int errors;
  private static final ErrorHandler COUNT =
      (display, event) -> {
        errors++;
        return 0;
      };

  private final Pointer display;
  private final NativeLong root;

  private Intruder() {
    x("XSetErrorHandler").invokePointer(new Object[] {COUNT});
    display = x("XOpenDisplay").invokePointer(new Object[] {null});
    root = (NativeLong) x("XDefaultRootWindow").invoke(NativeLong.class, new Object[] {display});
  }

  /** The deed, and what it needs. */
  public static void main(String[] arguments) throws Exception {
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    switch (arguments[0]) {
      case "grab-keys-and-pointer" -> new Intruder().grabKeysAndPointer();
      case "grab-server" -> new Intruder().grabServer();
      case "cover" -> new Intruder().cover();
      case "windows" -> new Intruder().windows(Integer.parseInt(rest[0]));
      case "log-keys" -> new Intruder().logKeys();
      case "press" -> new Intruder().press(Integer.parseInt(rest[0]), Integer.parseInt(rest[1]));
      case "attack" -> new Intruder().attack(rest);
      case "fill-display" -> new Intruder().fillDisplay();
      case "call" -> call(rest);
      case "socket" -> socket(rest);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private void grabKeysAndPointer() throws InterruptedException {
    while (grab("XGrabKeyboard", ASYNCHRONOUS, ASYNCHRONOUS, new NativeLong(0)) != 0) {
      Thread.sleep(10);
    }
    NativeLong none = new NativeLong(0);
    while (grab("XGrabPointer", BUTTONS_AND_MOTION, ASYNCHRONOUS, ASYNCHRONOUS, none, none, none)
        != 0) {
      Thread.sleep(10);
    }
    say("ready");
    tellEvents();
  }

  private int grab(String what, Object... rest) {
    Object[] all = new Object[rest.length + 3];
    all[0] = display;
    all[1] = root;
    all[2] = 0;
    System.arraycopy(rest, 0, all, 3, rest.length);
    return x(what).invokeInt(all);
  }

  private void grabServer() throws InterruptedException {
    x("XGrabServer").invokeInt(new Object[] {display});
    sync();
    say("ready");
    Thread.currentThread().join();
  }

  /** A window over everything, larger than the display, that comes back on top again and again. */
  private void cover() throws InterruptedException {
    NativeLong window = window(-50, -50, 4000, 4000);
    Memory attributes = new Memory(128);
    attributes.clear();
    attributes.setInt(OVERRIDE_REDIRECT_AT, 1);
    x("XChangeWindowAttributes")
        .invokeInt(new Object[] {display, window, new NativeLong(OVERRIDE_REDIRECT), attributes});
    x("XMapRaised").invokeInt(new Object[] {display, window});
    sync();
    say("ready");
    while (true) {
      x("XRaiseWindow").invokeInt(new Object[] {display, window});
      x("XSetInputFocus").invokeInt(new Object[] {display, window, 1, new NativeLong(0)});
      sync();
      Thread.sleep(10);
    }
  }

  private void windows(int count) throws InterruptedException {
    for (int number = 0; number < count; number++) {
      NativeLong window = window(number % 500, number % 300, 300, 200);
      x("XMapRaised").invokeInt(new Object[] {display, window});
    }
    sync();
    say("ready");
    Thread.currentThread().join();
  }

  /** Keys as the server sees them, whoever has the focus. */
  private void logKeys() {
    Memory bits = new Memory(4);
    bits.clear();
    bits.setByte(RAW_KEY_PRESS / 8, (byte) (1 << (RAW_KEY_PRESS % 8)));
    Memory mask = new Memory(16);
    mask.setInt(0, ALL_MASTER_DEVICES);
    mask.setInt(4, 4);
    mask.setPointer(8, bits);
    INPUT.getFunction("XISelectEvents").invokeInt(new Object[] {display, root, mask, 1});
    sync();
    say("ready");
    tellEvents();
  }

  private void tellEvents() {
    Memory event = new Memory(BYTES_OF_AN_EVENT);
    while (true) {
      x("XNextEvent").invokeInt(new Object[] {display, event});
      switch (event.getInt(0)) {
        case KEY_PRESS -> say("key", Integer.toString(event.getInt(KEYCODE_AT)));
        case BUTTON_PRESS -> say("button", Integer.toString(event.getInt(KEYCODE_AT)));
        case GENERIC_EVENT -> tellRawKey(event);
        default -> {}
      }
    }
  }

  private void tellRawKey(Memory cookie) {
    if (x("XGetEventData").invokeInt(new Object[] {display, cookie}) != 0) {
      say("key", Integer.toString(cookie.getPointer(48).getInt(56)));
      x("XFreeEventData").invokeVoid(new Object[] {display, cookie});
    }
  }

  /** Keys and a click by XTEST, at a spot of the station's screen. */
  private void press(int atX, int atY) {
    TEST.getFunction("XTestFakeMotionEvent")
        .invokeInt(new Object[] {display, -1, atX, atY, new NativeLong(0)});
    for (int down = 1; down >= 0; down--) {
      TEST.getFunction("XTestFakeButtonEvent")
          .invokeInt(new Object[] {display, 1, down, new NativeLong(0)});
      TEST.getFunction("XTestFakeKeyEvent")
          .invokeInt(new Object[] {display, 65, down, new NativeLong(0)});
    }
    sync();
    say("pressed");
  }

  /** Kills, destroys and pictures windows of the station's screen by their ids. */
  private void attack(String[] windows) {
    int pictures = 0;
    for (String name : windows) {
      NativeLong window = new NativeLong(Long.decode(name));
      for (String deed : new String[] {"XUnmapWindow", "XDestroyWindow", "XKillClient"}) {
        x(deed).invokeInt(new Object[] {display, window});
        sync();
      }
      NativeLong everything = new NativeLong(-1);
      Object[] area = {display, window, 0, 0, 10, 10, everything, ALL_IN_PIXELS};
      pictures += x("XGetImage").invokePointer(area) == null ? 0 : 1;
    }
    say("pictures", Integer.toString(pictures));
    say("errors", Integer.toString(errors));
    say("screen", size("XDisplayWidth"), size("XDisplayHeight"));
  }

  private String size(String which) {
    return Integer.toString(x(which).invokeInt(new Object[] {display, 0}));
  }

  /** System calls by name, with arguments that harm nobody. */
  private static void call(String[] names) {
    Function syscall = C.getFunction("syscall");
    for (String name : names) {
      int number =
          SECCOMP.getFunction("seccomp_syscall_resolve_name").invokeInt(new Object[] {name});
      NativeLong zero = new NativeLong(0);
      Object[] arguments = {new NativeLong(number), zero, zero, zero, zero, zero};
      long result = ((NativeLong) syscall.invoke(NativeLong.class, arguments)).longValue();
      say(name, result < 0 ? "errno " + Native.getLastError() : "done");
    }
  }

  /** Sockets named by family, type and protocol. */
  private static void socket(String[] kinds) {
    for (String kind : kinds) {
      Object[] arguments =
          Stream.of(kind.split(":", -1)).map(Integer::valueOf).toArray(Object[]::new);
      int result = C.getFunction("socket").invokeInt(arguments);
      say(kind, result < 0 ? "errno " + Native.getLastError() : "done");
    }
  }

  /** Keeps pictures in the display until it has no room for more. */
  private void fillDisplay() {
    Pointer context =
        x("XCreateGC").invokePointer(new Object[] {display, root, new NativeLong(0), null});
    say("ready");
    while (true) {
      Object[] size = {display, root, 4000, 4000, 24};
      NativeLong picture = (NativeLong) x("XCreatePixmap").invoke(NativeLong.class, size);
      x("XFillRectangle").invokeInt(new Object[] {display, picture, context, 0, 0, 4000, 4000});
      sync();
    }
  }

  private NativeLong window(int atX, int atY, int width, int height) {
    Object[] form = {
      display, root, atX, atY, width, height, 0, new NativeLong(0), new NativeLong(0xFF0000)
    };
    return (NativeLong) x("XCreateSimpleWindow").invoke(NativeLong.class, form);
  }

  private void sync() {
    x("XSync").invokeInt(new Object[] {display, 0});
  }

  private static Function x(String name) {
    return X.getFunction(name);
  }

  private static void say(String... words) {
    System.out.println(String.join(" ", words));
    System.out.flush();
  }
}
