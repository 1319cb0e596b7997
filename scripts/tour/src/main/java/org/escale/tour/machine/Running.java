package org.escale.tour.machine;

/**
 * Which start of the machine this is, and which programs make the station: nothing that a visitor
 * presses may change it.
 *
 * @param console the virtual console that stands on the screen
 */
record Running(String boot, String screenProgram, String agent, String shell, String console) {

  private static final String LOOK =
      """
      cat /proc/sys/kernel/random/boot_id
      pgrep -o -x Xorg || echo none
      systemctl show --value --property MainPID escale-agent.service
      pgrep -o -u kiosk -x java || echo none
      cat /sys/class/tty/tty0/active
      """;

  static Running look(RootLine root) {
    String[] lines = root.run(LOOK).split("\n", -1);
    return new Running(lines[0], lines[1], lines[2], lines[3], lines[4]);
  }
}
