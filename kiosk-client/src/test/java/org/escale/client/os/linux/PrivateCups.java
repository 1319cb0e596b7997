package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A real CUPS with folders, a socket and backends of its own, which the machine's knows not of. */
final class PrivateCups implements AutoCloseable {

  private static final Path CUPSD = Path.of("/usr/sbin/cupsd");
  private static final Path STATION_SETTINGS =
      Path.of("..", "provisioning", "station", "system", "etc", "cups", "cupsd.conf");

  private static final Path PARTS = Path.of("/usr/lib/cups");

  /** A printer for 58 mm paper of 203 dots per inch, 48 mm of which can be printed on. */
  private static final String PAPER =
      """
      *PPD-Adobe: "4.3"
      *FormatVersion: "4.3"
      *FileVersion: "1.0"
      *LanguageVersion: English
      *LanguageEncoding: ISOLatin1
      *PCFileName: "SLIP.PPD"
      *Product: "(Slip)"
      *Manufacturer: "Escale"
      *ModelName: "Slip 58 mm"
      *ShortNickName: "Slip 58 mm"
      *NickName: "Slip 58 mm"
      *PSVersion: "(3010.000) 0"
      *LanguageLevel: "3"
      *ColorDevice: False
      *DefaultColorSpace: Gray
      *cupsFilter: "application/vnd.cups-pdf 0 -"
      *OpenUI *PageSize/Media Size: PickOne
      *DefaultPageSize: Roll
      *PageSize Roll/58 x 210 mm: "<</PageSize[136 595]>>setpagedevice"
      *CloseUI: *PageSize
      *OpenUI *PageRegion/Media Size: PickOne
      *DefaultPageRegion: Roll
      *PageRegion Roll/58 x 210 mm: "<</PageSize[136 595]>>setpagedevice"
      *CloseUI: *PageRegion
      *DefaultImageableArea: Roll
      *ImageableArea Roll/58 x 210 mm: "0 0 136 595"
      *DefaultPaperDimension: Roll
      *PaperDimension Roll/58 x 210 mm: "136 595"
      """;

  private final Path dir;
  private final Process server;

  PrivateCups(Path dir) throws Exception {
    Machine.requireRoot();
    assertThat(CUPSD).as("cups is not installed: scripts/setup installs it").isExecutable();
    this.dir = dir;
    // Filters run as another user.
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String each : List.of("root", "state", "cache", "spool", "tmp", "out", "bin/backend")) {
      Files.createDirectories(dir.resolve(each));
    }
    Files.setPosixFilePermissions(dir.resolve("tmp"), PosixFilePermissions.fromString("rwxrwxrwx"));
    for (String part : List.of("filter", "daemon", "monitor", "notifier", "driver", "cgi-bin")) {
      Files.createSymbolicLink(dir.resolve("bin").resolve(part), PARTS.resolve(part));
    }
    backend("keep", "cat > \"%s/job-$1\"; printf '%%s\\n' \"$2\" \"$3\" \"$5\" > \"%s/said-$1\"");
    backend("fail", "exit 1");
    backend("hang", "exec sleep 300");
    Files.writeString(dir.resolve("slip.ppd"), PAPER);
    Files.writeString(dir.resolve("cupsd.conf"), settings());
    Files.writeString(dir.resolve("cups-files.conf"), places());
    this.server =
        new ProcessBuilder(
                CUPSD.toString(),
                "-f",
                "-c",
                dir.resolve("cupsd.conf").toString(),
                "-s",
                dir.resolve("cups-files.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("cupsd.out").toFile())
            .start();
    await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(socketPath()));
  }

  /** Options for CUPS's commands. */
  List<String> here() {
    return List.of("-h", socketPath().toString());
  }

  Path socketPath() {
    return dir.resolve("sock");
  }

  /**
   * @param backend {@code keep} prints into a file, {@code fail} fails, {@code hang} never ends
   */
  void addPrinter(String name, String backend) throws Exception {
    String paper = dir.resolve("slip.ppd").toString();
    cups("lpadmin", "-p", name, "-E", "-v", backend + ":/", "-P", paper);
  }

  void stop(String name) throws Exception {
    cups("cupsdisable", name);
  }

  /** What came out of the last job, at the printer's own dots. */
  Path page() throws Exception {
    try (Stream<Path> out = Files.list(dir.resolve("out"))) {
      Path job =
          out.filter(path -> path.getFileName().toString().startsWith("job-"))
              .max(Path::compareTo)
              .orElseThrow();
      Path picture = dir.resolve("page");
      run(
          List.of(
              "pdftoppm", "-r", "203", "-png", "-singlefile", job.toString(), picture.toString()));
      assertThat(run(List.of("pdfinfo", job.toString()))).containsPattern("Pages: +1\n");
      return dir.resolve("page.png");
    }
  }

  /** Who printed what, with which options, as a printer is told. */
  String said() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> out = Files.list(dir.resolve("out"))) {
      for (Path path : out.toList()) {
        if (path.getFileName().toString().startsWith("said-")) {
          all.append(Files.readString(path));
        }
      }
    }
    return all.toString();
  }

  /** Jobs that may still come out. */
  String waiting() throws Exception {
    return cups("lpstat", "-W", "not-completed", "-o");
  }

  /** Pages that CUPS keeps; their files begin with a d. */
  List<String> pagesKept() throws IOException {
    try (Stream<Path> spool = Files.list(dir.resolve("spool"))) {
      return spool
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("d"))
          .toList();
    }
  }

  private void backend(String name, String deed) throws IOException {
    Path out = dir.resolve("out");
    String script =
        """
        #!/bin/sh
        [ $# -eq 0 ] && { echo 'direct %s "Unknown" "a test printer"'; exit 0; }
        """
            .formatted(name);
    Path path = dir.resolve("bin/backend").resolve(name);
    Files.writeString(path, script + deed.formatted(out, out) + "\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
  }

  Path spoolDir() {
    return dir.resolve("spool");
  }

  /** Ends as after a power cut, and leaves what it holds. */
  void kill() {
    server.destroyForcibly();
    await().atMost(Duration.ofSeconds(20)).until(() -> !server.isAlive());
  }

  /** What a station's CUPS is told, with a socket of this one's own. */
  private String settings() throws IOException {
    return Files.readString(STATION_SETTINGS)
        .replaceFirst("(?m)^Listen .*$", "Listen " + socketPath());
  }

  private String places() {
    return """
    ServerRoot %1$s/root
    StateDir %1$s/state
    CacheDir %1$s/cache
    SystemGroup root lpadmin
    RequestRoot %1$s/spool
    TempDir %1$s/tmp
    ServerBin %1$s/bin
    AccessLog %1$s/access.log
    ErrorLog %1$s/error.log
    PageLog %1$s/page.log
    """
        .formatted(dir);
  }

  private String cups(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(here());
    command.addAll(Arrays.asList(arguments));
    return run(command);
  }

  private static String run(List<String> command) throws LinuxException {
    return new CommandRunner().run(command);
  }

  @Override
  public void close() {
    server.destroy();
    await().atMost(Duration.ofSeconds(20)).until(() -> !server.isAlive());
  }
}
