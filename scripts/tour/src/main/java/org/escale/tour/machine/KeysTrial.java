package org.escale.tour.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keys that mean something to the kernel, to Xorg, to systemd or to most desktops, pressed on the
 * machine's own keyboard: afterwards the same programs run and the same screen stands there.
 */
final class KeysTrial {

  private static final int UNTIL_SOMETHING_WOULD_HAVE_HAPPENED_MS = 2_000;
  private static final int IN_LESS_THAN_TWO_SECONDS = 8;

  /** What each does is in the kernel's documentation; all would be seen afterwards. */
  private static final String SYSRQ = "beikosufcr";

  private final Station station;
  private final Finds finds;

  KeysTrial(Station station, Finds finds) {
    this.station = station;
    this.finds = finds;
  }

  /**
   * @param state in which it is tried
   * @param screen the shell's name of what stands there
   */
  void run(String state, String screen) {
    pressed(state, screen, "Ctrl+Alt+F1 to F12, Alt+F1 to F3", consoles());
    pressed(
        state,
        screen,
        "Ctrl+Alt+Backspace, Ctrl+Alt+Esc, Ctrl+Alt+Plus",
        List.of("ctrl+alt+backspace", "ctrl+alt+esc", "ctrl+alt+kp_add"));
    pressed(
        state,
        screen,
        "Ctrl+Alt+Del eight times",
        IntStream.range(0, IN_LESS_THAN_TWO_SECONDS).mapToObj(time -> "ctrl+alt+delete").toList());
    pressed(
        state,
        screen,
        "Alt+SysRq with " + SYSRQ,
        SYSRQ.chars().mapToObj(key -> "alt+sysrq+" + Character.toString(key)).toList());
    pressed(
        state,
        screen,
        "Alt+F4, Alt+Tab, Super, Super+L, Print",
        List.of("alt+f4", "alt+tab", "meta_l", "meta_l+l", "print"));
    pressed(state, screen, "the keys Power, Sleep and Wake", List.of("power", "sleep", "wake"));
    powerButton(state, screen);
  }

  /** That the keys do arrive: where SysRq is let in, the kernel answers. */
  void sysRqWouldAnswer() {
    station.root().run("sysctl -qw kernel.sysrq=1; dmesg --clear");
    station.hands().press("alt+sysrq+h");
    Pause.of(UNTIL_SOMETHING_WOULD_HAVE_HAPPENED_MS);
    String said =
        station.root().run("sysctl -qw kernel.sysrq=0; dmesg | grep -c 'sysrq: HELP' || true");
    finds.find(
        !said.equals("0"),
        "for comparison, SysRq let in for a moment",
        "the kernel answers the same keys");
  }

  private void powerButton(String state, String screen) {
    Running before = station.running();
    station.pc().monitor().tell("system_powerdown", Map.of());
    Pause.of(3L * UNTIL_SOMETHING_WOULD_HAVE_HAPPENED_MS);
    compare(state, screen, "the power button, pressed shortly", before);
  }

  private void pressed(String state, String screen, String what, List<String> keys) {
    Running before = station.running();
    keys.forEach(station.hands()::press);
    Pause.of(UNTIL_SOMETHING_WOULD_HAVE_HAPPENED_MS);
    compare(state, screen, what, before);
  }

  private void compare(String state, String screen, String what, Running before) {
    String name = what + ", in " + state;
    if (!station.pc().isOn()) {
      finds.find(false, name, "the machine is off");
      return;
    }
    Running after = station.running();
    String looks = station.visitor().looks();
    if (!after.equals(before)) {
      finds.find(false, name, "was " + before + ", is " + after);
    } else {
      finds.same(name, screen, looks);
    }
  }

  private static List<String> consoles() {
    return new ArrayList<>(
        Stream.concat(
                IntStream.rangeClosed(1, 12).mapToObj(number -> "ctrl+alt+f" + number),
                IntStream.rangeClosed(1, 3).mapToObj(number -> "alt+f" + number))
            .toList());
  }
}
