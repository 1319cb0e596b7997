package org.escale.client.os.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a visitor who wants to leave something would leave, and what the bubble refuses her. */
final class Plants {

  /** Each plant with the command that shows, inside, that it is there. */
  private static final Map<String, String> PLANTS =
      Map.ofEntries(
          Map.entry("echo x > ~/esct-planted", "test -s ~/esct-planted"),
          Map.entry("echo x > /tmp/esct-planted", "test -s /tmp/esct-planted"),
          Map.entry("echo x > /var/tmp/esct-planted", "test -s /var/tmp/esct-planted"),
          Map.entry("echo x > /dev/shm/esct-planted", "test -s /dev/shm/esct-planted"),
          Map.entry(
              "echo x > $XDG_RUNTIME_DIR/esct-planted", "test -s $XDG_RUNTIME_DIR/esct-planted"),
          Map.entry(
              "mkdir -p ~/ro && echo x > ~/ro/esct-planted && chmod -R a-w ~/ro",
              "! touch ~/ro/new && test -s ~/ro/esct-planted"),
          Map.entry(
              "p=~/deep; for i in $(seq 200); do p=$p/esct-planted; done; mkdir -p $p",
              "test $(find ~/deep | wc -l) -gt 200"),
          Map.entry(
              "echo x > ~/$'esct-planted\\n\\t *?\\xff\"'", "ls ~ | grep -aq 'esct-planted$'"),
          Map.entry("ipcmk -M 1048576 -p 0666", "ipcs -m | grep -q 666"),
          Map.entry("ipcmk -S 4", "test $(ipcs -s | wc -l) -gt 4"),
          Map.entry("ipcmk -Q", "test $(ipcs -q | wc -l) -gt 4"),
          Map.entry(
              "(trap '' TERM HUP INT; exec -a esct-planted-1 sleep 9999) &",
              "pgrep -f esct-planted-1"),
          Map.entry("(setsid sh -c '(exec setsid sleep 9998 &) &' &) ; sleep 0.3", "pgrep -f 9998"),
          Map.entry(
              "sleep 9994 & until pgrep -xf 'sleep 9994'; do sleep 0.05; done; kill -STOP $!",
              soon("grep -q 'State:.T' /proc/$(pgrep -xf 'sleep 9994')/status")),
          Map.entry(
              "strace -f -o /dev/null sleep 9993 &",
              soon("grep -q 'TracerPid:.[1-9]' /proc/$(pgrep -xf 'sleep 9993')/status")),
          Map.entry(
              "(while :; do sleep 9992; done) & (sleep 0.2; pkill -f 'sleep 9992')",
              soon("pgrep -xf 'sleep 9992'")),
          Map.entry("unshare -Urpf sleep 9991 &", soon("pgrep -xf 'sleep 9991'")),
          Map.entry(
              "mkdir -p /tmp/nest /tmp/bound && unshare -Urm sh -c 'mount -t tmpfs nest /tmp/nest"
                  + " && echo x >/tmp/nest/esct-planted && mount --bind ~ /tmp/bound"
                  + " && touch /tmp/nested && exec sleep 9990' &",
              soon("test -e /tmp/nested")),
          Map.entry(
              "(exec 3>~/gone; echo esct-planted >&3; rm ~/gone; exec sleep 9989) &",
              soon("pgrep -xf 'sleep 9989'")),
          Map.entry(
              "perl -e '$n=\"esct-planted\"; exit(syscall(240, $n, 0102, 0600, 0) < 0)'",
              "perl -e '$n=\"esct-planted\"; exit(syscall(240, $n, 2, 0, 0) < 0)'"),
          Map.entry(
              "for i in $(seq 3000); do echo $i > ~/f$i; done", "test $(ls ~ | wc -l) -ge 3000"));

  /** What the bubble refuses. */
  private static final List<String> REFUSED =
      List.of(
          "keyctl add user esct-planted x @u",
          "keyctl add user esct-planted x @s",
          "keyctl get_persistent @s",
          "keyctl request2 user esct-planted x @u",
          "echo '* * * * * true' | crontab -",
          "touch ~/kept && chattr +i ~/kept",
          "unshare -Ur chattr +i ~/kept",
          "unshare -Urm mount -o remount,rw /usr",
          "unshare -Urm sh -c 'umount /usr'",
          "unshare -Urm mknod /tmp/fuse c 10 229",
          "test -e /dev/fuse",
          "nsenter -t 1 -m true",
          "su -c id",
          "mount -t tmpfs x /tmp",
          "touch /usr/esct-planted",
          "touch /etc/esct-planted",
          "touch /run/esct-planted",
          "touch /esct-planted");

  private Plants() {}

  /** For what begins in the background. */
  private static String soon(String proof) {
    return "for i in $(seq 50); do " + proof + " && exit 0; sleep 0.1; done; exit 1";
  }

  /** Does all of it inside; returns what did not come about, and what was not refused. */
  static List<String> plant(Insider insider) {
    List<String> wrong = new ArrayList<>();
    PLANTS.forEach(
        (plant, proof) -> {
          if (insider.run(plant).exitCode() != 0 || insider.run(proof).exitCode() != 0) {
            wrong.add("not planted: " + plant);
          }
        });
    for (String attempt : REFUSED) {
      if (insider.run(attempt).exitCode() == 0) {
        wrong.add("not refused: " + attempt);
      }
    }
    return wrong;
  }
}
