package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.escale.client.station.port.SampleDocument;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.Bringing.Outcome;
import org.escale.protocol.SessionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a visitor's programs can reach, tried from inside. */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BubbleWallsSystemTest {

  private final Insider insider = new Insider();
  private TestStation station;
  private Neighbourhood around;
  private LinuxVisitSpace space;
  private SessionId session = SessionId.random();
  private HttpServer onTheMachine;

  @BeforeAll
  void setUp() throws Exception {
    station = new TestStation(72);
    around = new Neighbourhood();
    onTheMachine = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
    onTheMachine.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
    onTheMachine.start();
    space = new LinuxVisitSpace(station.settings(), new CommandRunner());
    space.erase();
    open();
  }

  private void open() throws Exception {
    VisitSpace.Plan plan = TestStation.plan();
    session = plan.session();
    space.open(plan);
  }

  @AfterAll
  void tearDown() throws Exception {
    space.erase();
    onTheMachine.stop(0);
    around.close();
    station.close();
  }

  @Test
  void reachesTheInternetButNothingInTheRoom() {
    assertThat(connects(Neighbourhood.SITE, 80)).isTrue();

    for (String address : List.of(Neighbourhood.SERVER, Neighbourhood.OTHER_STATION)) {
      assertThat(Neighbourhood.get(address, "log").exitCode()).as("from outside").isZero();
      assertThat(connects(address, 80)).as(address).isFalse();
    }
  }

  @Test
  void reachesNoServiceOfTheMachineItself() {
    int port = onTheMachine.getAddress().getPort();
    List<String> addresses =
        Machine.run("hostname", "-I")
            .lines()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .filter(address -> address.contains("."))
            .toList();

    assertThat(addresses).isNotEmpty();
    for (String address : addresses) {
      assertThat(
              Machine.attempt(
                      "curl", "-s", "--max-time", "5", "http://" + address + ":" + port + "/")
                  .exitCode())
          .as("from outside")
          .isZero();
      assertThat(connects(address, port)).as(address).isFalse();
    }
  }

  @Test
  void seesOnlyItsOwnProcesses() {
    String users = insider.run("ps -eo user:32 --no-headers | sort -u").output();

    assertThat(users.lines()).containsExactlyInAnyOrder("root", "visitor");
    assertThat(insider.run("ps -u root -o comm --no-headers").output().lines())
        .containsExactly("bwrap");
  }

  @Test
  void cannotStandOnTheStationsOwnDisplay() {
    assertThat(insider.run("ls -A /tmp/.X11-unix").output()).isEqualToIgnoringWhitespace("X77");
    assertThat(insider.run("DISPLAY=:72 timeout 5 xdpyinfo").exitCode()).isNotZero();
    assertThat(insider.run("timeout 5 xdpyinfo").exitCode()).isZero();
    assertThat(insider.run("cat /proc/net/unix").output()).doesNotContain("X11-unix/X72");
  }

  @Test
  void gainsNothingFromSetuidPrograms() {
    String status =
        insider.run("grep -E 'NoNewPrivs|CapBnd|CapEff|Seccomp:' /proc/self/status").output();

    assertThat(status)
        .containsPattern("NoNewPrivs:\\s+1")
        .containsPattern("CapBnd:\\s+0{16}")
        .containsPattern("CapEff:\\s+0{16}")
        .containsPattern("Seccomp:\\s+2");
    assertThat(insider.run("cp /usr/bin/id ~/id && chmod u+s ~/id && ~/id -u").output())
        .doesNotStartWith("0");
  }

  /** The loader says as whom a program runs, but never in one that gained something. */
  @Test
  void everySetuidProgramOfTheMachineRunsAsTheVisitor() {
    String said =
        insider
            .run(
                """
                for program in $(find /usr -xdev -type f -perm /6000 2>/dev/null); do
                  echo "program: $program"
                  LD_SHOW_AUXV=1 timeout 5 $program --help </dev/null 2>&1
                done
                """)
            .output();

    String visitor = Machine.run("id", "-u", TestStation.VISITOR).strip();
    assertThat(said).contains("program: /usr/bin/passwd\n", "program: /usr/bin/su\n");
    for (String program : said.split("program: ", -1)) {
      if (!program.isEmpty()) {
        assertThat(program)
            .containsPattern("AT_SECURE:\\s+0\\s")
            .containsPattern("AT_EUID:\\s+" + visitor + "\\s");
      }
    }
  }

  @Test
  void theMachineRemembersOnlySoManyOfItsConnections() throws Exception {
    insider.run(
        """
        perl -MSocket -e 'socket my $out, AF_INET, SOCK_DGRAM, 0;
          send $out, 1, 0, sockaddr_in($_, inet_aton("%s")) for 1 .. 5000'
        """
            .formatted(Neighbourhood.SITE));

    ConnectionMemory memory = new ConnectionMemory();
    assertThat(memory.count())
        .isBetween(FirewallRules.MOST_CONNECTIONS / 2, FirewallRules.MOST_CONNECTIONS);
    assertThat(connects(Neighbourhood.SITE, 80)).as("one more").isFalse();
    memory.clean();
    assertThat(connects(Neighbourhood.SITE, 80)).as("when they are over").isTrue();
  }

  @Test
  void writesNowhereButIntoMemory() {
    String runtime = BubbleRoot.runtimeDir(visitor()).toString();
    List<String> memory = List.of("/home/visitor", "/tmp", "/var/tmp", "/dev/shm", runtime);

    List<String> writable =
        insider
            .run("find / -path /proc -prune -o -writable ! -type l -print 2>/dev/null")
            .output()
            .lines()
            .toList();

    assertThat(writable).containsAll(memory);
    assertThat(writable)
        .filteredOn(path -> memory.stream().noneMatch(path::startsWith))
        .allMatch(path -> path.matches("/dev/(null|zero|full|random|urandom|tty|ptmx|pts.*)"));
    assertThat(insider.run("stat -f -c %T " + String.join(" ", memory)).output().lines())
        .containsOnly("tmpfs");
    String onlyLooksWritable =
        """
        find /proc/sys /proc/irq /proc/bus -writable ! -type l 2>/dev/null | while read -r file; do
          (echo 1 >"$file") 2>/dev/null && echo "$file"
        done
        true
        """;
    assertThat(insider.run(onlyLooksWritable).output()).isEmpty();
  }

  @Test
  void noMountIsWrittenThroughWhateverItsPlace() {
    String tried =
        insider
            .run(
                """
                while read -r _ _ _ _ point options _; do
                  case ",$options," in *,nosuid,*) ;; *) echo "setuid $point" ;; esac
                  if [ -d "$point" ]; then
                    (: >"$point/.esct-try") 2>/dev/null && echo "written $point"
                  fi
                done </proc/self/mountinfo
                """)
            .output();

    assertThat(tried.lines())
        .containsExactlyInAnyOrder(
            "written /home/visitor",
            "written /tmp",
            "written /var/tmp",
            "written /dev/shm",
            "written " + BubbleRoot.runtimeDir(visitor()));
  }

  @Test
  void saysThatAFullHomeIsFullBeforeAnythingIsKilled() {
    Machine.Ended ended = insider.run("head -c 3G /dev/zero > ~/large; rm -f ~/large; exit 7");

    assertThat(ended.output()).contains("No space left");
    assertThat(ended.exitCode()).isEqualTo(7);
    assertThat(insider.run("pgrep -f user-data-dir").exitCode()).as("the browser").isZero();
  }

  @Test
  void tellsThatAHomeIsFullUntilItsDocumentsAreDeleted() throws Exception {
    assertThat(space.look().homeFull()).isFalse();

    insider.run("head -c 3G /dev/zero > ~/Downloads/large");
    assertThat(space.look().homeFull()).isTrue();
    assertThat(insider.run("pgrep -f user-data-dir").exitCode()).as("the browser").isZero();

    space.deleteDocuments();
    await().until(() -> !space.look().homeFull());
    assertThat(insider.run("ls ~/Downloads; pgrep -f user-data-dir >/dev/null").output()).isEmpty();
    assertThat(insider.run("ls ~/.config/browser").exitCode()).as("hers, but no document").isZero();
  }

  @Test
  void holdsTheMemoryLimitAgainstATmpfsOfTheVisitorsOwn() throws Exception {
    insider.run(
        "unshare -Urm sh -c 'mkdir -p /tmp/big && mount -t tmpfs -o size=12G big /tmp/big"
            + " && touch /tmp/mounted && head -c 6G /dev/zero > /tmp/big/all' &");
    Path mounted = insider.root().resolve("tmp/mounted");
    await().until(() -> Files.exists(mounted));
    long limit = VisitLimits.usual().memoryBytes();

    await().atMost(Duration.ofSeconds(60)).until(() -> mostMemory() > limit * 9 / 10);

    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(5))
        .until(() -> mostMemory() <= limit);
    assertThat(space.erase().residue()).isZero();
    open();
  }

  @Test
  void standsStillWhileCoveredAndGoesOnAfterwards() throws Exception {
    insider.run("(i=0; while :; do i=$((i+1)); echo $i > /tmp/count; sleep 0.01; done) &");
    await().until(() -> count() > 0);
    assertThat(isSeen()).isTrue();
    station.picture("before-cover");

    long start = System.nanoTime();
    space.cover();
    System.out.println("cover " + (System.nanoTime() - start) / 1_000_000 + " ms");

    assertThat(isSeen()).isFalse();
    station.picture("covered");
    long whenCovered = count();
    await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(2))
        .until(() -> count() == whenCovered);

    space.uncover();

    await().until(() -> count() > whenCovered);
    assertThat(isSeen()).isTrue();
  }

  @Test
  void aDocumentFromATelephoneLiesInTheDownloadsWholeAndOverwritesNothing() throws Exception {
    byte[] photo = new byte[3_000_001];
    new SecureRandom().nextBytes(photo);
    insider.run("echo mine > ~/Downloads/photo-1.jpg");

    assertThat(space.bring(session, SampleDocument.broken(1, photo))).isEqualTo(Outcome.FAILED);
    assertThat(space.bring(session, SampleDocument.of(1, photo))).isEqualTo(Outcome.STORED);

    assertThat(insider.run("cd ~/Downloads; stat -c '%n %U %a' .[!.]* *").output().lines())
        .contains("photo-1.jpg visitor 600", "photo-1 (2).jpg visitor 600")
        .noneMatch(line -> line.startsWith("."));
    assertThat(insider.root().resolve("home/visitor/Downloads/photo-1 (2).jpg"))
        .hasBinaryContent(photo);
    assertThat(insider.run("cat ~/Downloads/photo-1.jpg").output()).isEqualTo("mine\n");
    insider.run("rm ~/Downloads/photo*");
  }

  @Test
  void aFullHomeTakesNoDocumentAndNothingOfItIsLeft() {
    insider.run("head -c 3G /dev/zero > ~/large; truncate -s -500K ~/large");

    assertThat(space.bring(session, SampleDocument.of(1, new byte[2_000_000])))
        .isEqualTo(Outcome.HOME_FULL);

    assertThat(insider.run("ls -A ~/Downloads").output()).isEmpty();
    insider.run("rm ~/large");
    assertThat(space.bring(session, SampleDocument.of(1, new byte[2_000_000])))
        .isEqualTo(Outcome.STORED);
    insider.run("rm ~/Downloads/photo*");
  }

  @Test
  void onlyWhoReceivesDocumentsHasTheWayTheyComeByAndNobodyElseMayOpenIt() {
    String holders = insider.run("ls -l /proc/[0-9]*/fd 2>/dev/null | grep letterbox").output();
    String open =
        "for fd in /proc/$(pgrep -o receive)/fd/*; do case $(readlink $fd) in *letterbox*)"
            + " (: >$fd) 2>/dev/null && echo opened;; esac; done";

    assertThat(holders.lines()).hasSize(1);
    assertThat(insider.run(open).output()).isEmpty();
  }

  @Test
  void aVisitThatTakesNoDocumentInHoldsUpNobody() throws Exception {
    byte[] photo = new byte[1_000_000];
    insider.run("pkill -STOP receive");
    CompletableFuture<Outcome> stuck =
        CompletableFuture.supplyAsync(() -> space.bring(session, SampleDocument.of(1, photo)));
    await().during(Duration.ofMillis(500)).until(() -> !stuck.isDone());

    long start = System.nanoTime();
    assertThat(space.erase().residue()).isZero();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(stuck.get(5, TimeUnit.SECONDS)).isEqualTo(Outcome.FAILED);
    open();
  }

  private static Account visitor() {
    int uid = Integer.parseInt(Machine.run("id", "-u", TestStation.VISITOR).strip());
    return new Account(TestStation.VISITOR, uid, uid);
  }

  private boolean isSeen() {
    return station
        .onScreen("xwininfo", "-root", "-tree")
        .output()
        .lines()
        .filter(line -> line.contains("Xephyr on :77"))
        .map(line -> line.strip().split(" ", 2)[0])
        .anyMatch(id -> station.onScreen("xwininfo", "-id", id).output().contains("IsViewable"));
  }

  private long count() {
    try {
      String text = Files.readString(insider.root().resolve("tmp/count")).strip();
      return text.isEmpty() ? -1 : Long.parseLong(text);
    } catch (IOException notYet) {
      return -1;
    }
  }

  private boolean connects(String address, int port) {
    return insider
            .run("timeout 5 bash -c 'exec 3<>/dev/tcp/" + address + "/" + port + "'")
            .exitCode()
        == 0;
  }

  private static long mostMemory() {
    for (String file :
        List.of(
            "/sys/fs/cgroup/memory/esct72-visit/memory.max_usage_in_bytes",
            "/sys/fs/cgroup/esct72-visit/memory.peak")) {
      if (Files.exists(Path.of(file))) {
        return Long.parseLong(Machine.run("cat", file).strip());
      }
    }
    throw new IllegalStateException("no memory cgroup of the visit");
  }
}
