package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.client.os.linux.BlockDevices.Device;
import org.escale.client.station.Stick;
import org.escale.protocol.WipeItem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A visitor's stick: one at a time, seen in the visit at {@code /media/usb}, never run from, never
 * erased. What was in the machine when a visit was erased is nobody's until it is put in again.
 */
final class Sticks implements Leftover {

  private static final Logger log = LoggerFactory.getLogger(Sticks.class);

  /** Where the stick lies inside a visit; the names outside say nothing of whose it is. */
  static final String INSIDE_DIR = "/media";

  static final String MOUNT_NAME = "/visit/media/usb";

  private static final Duration SOON = Duration.ofSeconds(3);
  private static final long LOOK_AGAIN_MS = 50;
  private static final String SAFE = "nosuid,nodev,noexec,noatime";

  private static final String WITH_OWNERS = "ext4";

  /** Those whose files have no owner are given to the visitor; the others keep theirs. */
  private static final Map<String, List<String>> DRIVERS =
      Map.of(
          "vfat", List.of("vfat"),
          "exfat", List.of("exfat", "exfat-fuse"),
          "ntfs", List.of("ntfs3"),
          "ext2", List.of(WITH_OWNERS),
          "ext3", List.of(WITH_OWNERS),
          "ext4", List.of(WITH_OWNERS));

  private final CommandRunner commands;
  private final Account visitor;
  private final RunFolders folders;
  private final BlockDevices devices;
  private final boolean letIn;
  private final Set<Device> leftBehind = new HashSet<>();

  private @Nullable Held held;

  /** The stick that is in. */
  private record Held(Device device, String label, Stick.State state) {

    Held in(Stick.State next) {
      return new Held(device, label, next);
    }
  }

  Sticks(CommandRunner commands, LinuxSettings settings, Account visitor, RunFolders folders) {
    this.commands = commands;
    this.visitor = visitor;
    this.folders = folders;
    this.letIn = !settings.devices().sticks().isEmpty();
    this.devices = new BlockDevices(settings.devices().sticks());
  }

  /**
   * The folder that a visit sees as {@link #INSIDE_DIR}; what is mounted in it later appears. Null
   * if no sticks are let in.
   */
  @Nullable Path prepare() throws LinuxException {
    if (!letIn) {
      return null;
    }
    Path dir = folders.visitDir().resolve("media");
    try {
      Files.createDirectories(mountPath());
      Files.createDirectories(stagePath());
      Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(mountPath(), PosixFilePermissions.fromString("r-xr-xr-x"));
    } catch (IOException e) {
      throw new LinuxException("no folder for sticks can be made", e);
    }
    commands.run(List.of("mount", "--bind", dir.toString(), dir.toString()));
    commands.run(List.of("mount", "--make-private", dir.toString()));
    commands.run(List.of("mount", "--make-shared", dir.toString()));
    return dir;
  }

  boolean areLetIn() {
    return letIn;
  }

  /** The stick as it is now; one that was newly put in is let in first. */
  @Nullable Stick look() throws LinuxException {
    if (!letIn) {
      return null;
    }
    leftBehind.removeIf(device -> !devices.isPresent(device));
    if (held != null && !devices.isPresent(held.device())) {
      detach();
    }
    if (held == null) {
      takeNext();
    }
    return held == null ? null : new Stick(held.label(), freeBytes(held), held.state());
  }

  /** True while documents can be written on it. */
  boolean isWritable() {
    return held != null && held.state().writable();
  }

  /** What is to be on the stick is on it, and nothing holds it any more; or it stays in use. */
  void eject() throws LinuxException {
    Held now = held;
    if (now == null || !now.state().open()) {
      return;
    }
    commands.run(List.of("sync", "--file-system", mountPath().toString()));
    held =
        now.in(isUnmounted() && isLetGo(now.device()) ? Stick.State.EJECTED : Stick.State.IN_USE);
  }

  @Override
  public WipeItem item() {
    return WipeItem.REMOVABLE_MEDIA;
  }

  @Override
  public boolean isHere() {
    return letIn;
  }

  /**
   * Unmounts, never erases. Whatever is in the machine now waits for somebody to put it in again.
   */
  @Override
  public int clean() throws LinuxException {
    List<Path> found = mounted();
    for (Path point : found.reversed()) {
      if (!unmount(point)) {
        commands.run(List.of("umount", "--lazy", point.toString()));
      }
    }
    held = null;
    leftBehind.clear();
    leftBehind.addAll(devices.present());
    for (Device device : leftBehind) {
      Await.holdsWithin(SOON, LOOK_AGAIN_MS, () -> isLetGo(device));
    }
    return (int) found.stream().filter(mountPath()::equals).count();
  }

  @Override
  public int count() throws LinuxException {
    int claimed = 0;
    for (Device device : devices.present()) {
      claimed += isLetGo(device) ? 0 : 1;
    }
    return mounted().size() + claimed;
  }

  private void takeNext() throws LinuxException {
    for (Device device : devices.present()) {
      if (!leftBehind.contains(device)) {
        held = letIn(device);
        return;
      }
    }
  }

  private Held letIn(Device device) {
    for (String part : device.parts()) {
      Map<String, String> told = tellOf(part);
      for (String driver : DRIVERS.getOrDefault(told.getOrDefault("TYPE", ""), List.of())) {
        Stick.State state = mount(device, part, driver);
        if (state.open()) {
          return new Held(device, label(told), state);
        }
      }
    }
    return new Held(device, "", Stick.State.NOT_READABLE);
  }

  private Stick.State mount(Device device, String part, String driver) {
    String options = SAFE + (driver.equals(WITH_OWNERS) ? "" : ownedByVisitor());
    if (!devices.isReadOnly(device) && isMounted(part, driver, "rw," + options)) {
      return isWritableByVisitor(driver) ? Stick.State.READY : Stick.State.READ_ONLY;
    }
    return isMounted(part, driver, "ro," + options)
        ? Stick.State.READ_ONLY
        : Stick.State.NOT_READABLE;
  }

  private String ownedByVisitor() {
    return ",uid=" + visitor.uid() + ",gid=" + visitor.gid() + ",umask=077";
  }

  private boolean isMounted(String part, String driver, String options) {
    String stage = stagePath().toString();
    try {
      commands.run(List.of("mount", "-t", driver, "-o", options, "/dev/" + part, stage));
      try {
        // Some drivers forget what they are told; what is bound keeps it, inside too.
        commands.run(List.of("mount", "-o", "remount,bind," + SAFE, stage));
        commands.run(List.of("mount", "--bind", stage, mountPath().toString()));
      } finally {
        commands.run(List.of("umount", stage));
      }
      return true;
    } catch (LinuxException e) {
      // What mount says may name the stick.
      log.info("a stick with {} could not be let in with {}", driver, options.substring(0, 2));
      return false;
    }
  }

  /** A stick's own owners are none of this machine's. */
  private boolean isWritableByVisitor(String driver) {
    if (!driver.equals(WITH_OWNERS)) {
      return true;
    }
    try {
      boolean hers = Files.getAttribute(mountPath(), "unix:uid").equals(visitor.uid());
      Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(mountPath());
      return hers || allowed.contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException e) {
      return false;
    }
  }

  /** What a part of a stick says it is; empty if nothing that is known. */
  private Map<String, String> tellOf(String part) {
    try {
      return told(commands.run(List.of("blkid", "--probe", "--output", "export", "/dev/" + part)));
    } catch (LinuxException nothingKnown) {
      return Map.of();
    }
  }

  static Map<String, String> told(String exported) {
    return exported
        .lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
  }

  /** Letters and digits alone, and not many: the rest is some program's. */
  static String label(Map<String, String> told) {
    String said = told.getOrDefault("LABEL", "").replace("\\", "");
    String plain = said.replaceAll("[^\\p{L}\\p{N} ._-]", "").strip();
    return plain.length() <= 20 ? plain : plain.substring(0, 20);
  }

  private long freeBytes(Held now) {
    if (!now.state().open()) {
      return 0;
    }
    return mountPath().toFile().getUsableSpace();
  }

  /** It was pulled out: nothing can be saved any more, and nothing is waited for. */
  private void detach() throws LinuxException {
    for (Path point : mounted().reversed()) {
      if (point.equals(mountPath())) {
        commands.run(List.of("umount", "--lazy", point.toString()));
      }
    }
    held = null;
  }

  private boolean isUnmounted() {
    return unmount(mountPath());
  }

  private boolean unmount(Path point) {
    try {
      commands.run(List.of("umount", point.toString()));
      return true;
    } catch (LinuxException busy) {
      return false;
    }
  }

  /** No file system anywhere holds it: not in any other place that mounts are seen from either. */
  private static boolean isLetGo(Device device) {
    return device.parts().stream().noneMatch(ClaimedDevice::isClaimed);
  }

  private List<Path> mounted() throws LinuxException {
    Path dir = folders.visitDir().resolve("media");
    List<Path> found = new ArrayList<>();
    for (String line : KernelFile.lines(Path.of("/proc/self/mountinfo"))) {
      Path point = MountLine.parse(line).point();
      if (point.startsWith(dir)) {
        found.add(point);
      }
    }
    return found;
  }

  /** Seen by nobody. */
  private Path stagePath() {
    return folders.visitDir().resolve("stick");
  }

  private Path mountPath() {
    return folders.visitDir().resolve("media").resolve("usb");
  }
}
