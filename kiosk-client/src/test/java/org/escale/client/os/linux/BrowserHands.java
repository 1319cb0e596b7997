package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A visitor at the browser of her visit: real keys and clicks on the visit's display, and eyes for
 * the title of the window and for what is drawn in it.
 */
final class BrowserHands {

  /** What the visitor can do, for scripts that run inside. */
  private static final String HANDS =
      """
      title() { xdotool getactivewindow getwindowname 2>/dev/null; }
      titles() { xdotool search --onlyvisible --name . 2>/dev/null | while read -r window; do
        xdotool getwindowname "$window"; done; }
      # until_true COMMAND…: waits until it succeeds, 15 s at most
      until_true() { for try in $(seq 300); do "$@" && return; sleep 0.05; done; return 1; }
      title_is() { [[ $(title) == $1 ]]; }
      # What is drawn below the browser's own bars, as a number.
      drawn() {
        read -r width height < <(xdotool getdisplaygeometry)
        xwd -root -silent | tail -c $((width * (height - 120) * 4)) | sha256sum
      }
      drawn_is() { [ "$(drawn)" = "$1" ]; }
      drawn_is_not() { [ "$(drawn)" != "$1" ]; }
      magenta() {
        import -window root -resize 200x -depth 8 rgb:- | od -An -v -tu1 -w3 \\
          | awk '$1 > 240 && $2 < 15 && $3 > 240 { found++ } END { exit found < 200 }'
      }
      # Delete takes away what the browser itself would add to the address.
      type_address() {
        xdotool key Escape key Escape key ctrl+l
        xdotool type --delay 2 -- "$1"
        xdotool key Delete key Return
      }
      # reach ADDRESS TITLE: tries again if the browser missed a key while it was busy
      reach() {
        for attempt in 1 2 3; do
          type_address "$1"
          for try in $(seq 80); do title_is "$2 – Chromium" && return; sleep 0.05; done
        done
        echo "at $1 the title is: $(title)"
        return 1
      }
      # refused ADDRESS: the browser's own page of refusal, and no other; what stands there before is another
      refused() {
        reach about:blank about:blank && until_true drawn_is_not "$(cat /tmp/refusal)" || return
        for attempt in 1 2 3; do
          type_address "$1"
          for try in $(seq 40); do drawn_is "$(cat /tmp/refusal)" && return; sleep 0.05; done
        done
        echo "at $1 the title is: $(title)"
        return 1
      }
      """;

  private final Insider insider;

  BrowserHands(Insider insider) {
    this.insider = insider;
  }

  /** Runs a script of the visitor's; it must come out right. Returns what it said. */
  String does(String script) {
    Machine.Ended ended = insider.run("set -u\n" + HANDS + script);
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    return ended.output();
  }

  /** Writes a page where the visitor's downloads are, and shows it until it has this title. */
  String shows(String page, String html, String title) {
    return does(
        """
        cat > ~/Downloads/%1$s <<'HTML'
        <!doctype html><meta charset="utf-8">%2$s
        HTML
        reach file:///home/visitor/Downloads/%1$s '%3$s'
        title
        """
            .formatted(page, html, title));
  }

  /**
   * Starts, inside, a plain site at port 8391 and one at 8392 with a certificate that nobody
   * vouches for. Both show the files of /tmp/web.
   */
  void servesSites() {
    does(
        """
        mkdir -p /tmp/web && cd /tmp/web
        cat > /tmp/serve.pl <<'PERL'
        use IO::Socket::INET;
        $SIG{CHLD} = 'IGNORE';
        my $door = IO::Socket::INET->new(LocalPort => 8391, Listen => 20, ReuseAddr => 1) or die;
        while (my $guest = $door->accept) {
          next if fork;
          my $asked = <$guest>;
          while (<$guest>) { last if /^\\r?$/ }
          my ($name) = $asked =~ m{GET /([\\w.-]+)};
          my $file;
          my $page = '';
          $page = join('', <$file>) if open($file, '<', "/tmp/web/$name");
          my $state = length $page ? '200 OK' : '404 Not Found';
          print $guest "HTTP/1.1 $state\\r\\nContent-Type: text/html\\r\\nContent-Length: "
            . length($page) . "\\r\\nConnection: close\\r\\n\\r\\n$page";
          exit;
        }
        PERL
        perl /tmp/serve.pl >/dev/null 2>&1 </dev/null &
        OPENSSL_CONF=/dev/null openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
          -keyout /tmp/false.key -out /tmp/false.pem 2>/dev/null
        openssl s_server -accept 8392 -cert /tmp/false.pem -key /tmp/false.key -WWW \
          >/dev/null 2>&1 </dev/null &
        serves() { (exec 3<>/dev/tcp/127.0.0.1/$1) 2>/dev/null; }
        until_true serves 8391 && until_true serves 8392
        """);
  }

  /** The browser names the refused address in its title, and shows the same page for all. */
  void learnsWhatARefusalLooksLike() {
    does(
        """
        reach about:blank about:blank
        blank=$(drawn)
        reach file:///etc/hostname file:///etc/hostname
        until_true drawn_is_not "$blank" || { echo 'the refusal is a blank page'; exit 1; }
        stable() { before=$(drawn); sleep 0.2; drawn_is "$before"; }
        until_true stable
        drawn > /tmp/refusal
        """);
  }

  /** Tries each address; the browser must refuse it. */
  void isRefused(String... addresses) {
    does(
        Arrays.stream(addresses)
            .map(address -> "refused '" + address + "' || exit 1\n")
            .collect(Collectors.joining()));
  }
}
