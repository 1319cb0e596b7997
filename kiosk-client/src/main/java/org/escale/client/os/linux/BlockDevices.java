package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The disks and sticks that the kernel sees, as far as they are a visitor's. */
final class BlockDevices {

  /** What the kernel calls removable without its being a stick: memory, discs, floppies. */
  private static final List<String> NEVER = List.of("loop", "ram", "zram", "sr", "fd", "dm-", "md");

  private final Path blockDir;
  private final List<String> wanted;

  /**
   * @param wanted names of the kernel's, or {@link LinuxSettings.Devices#REMOVABLE}
   */
  BlockDevices(List<String> wanted) {
    this(Path.of("/sys/block"), wanted);
  }

  /**
   * @param blockDir where the kernel lists what it sees
   */
  BlockDevices(Path blockDir, List<String> wanted) {
    this.blockDir = blockDir;
    this.wanted = wanted;
  }

  /**
   * One that was put in.
   *
   * @param number of this putting in: the same stick put in again has another
   * @param parts the names of what can hold documents, the first being asked first
   */
  record Device(String name, String number, List<String> parts) {

    Device {
      parts = List.copyOf(parts);
    }
  }

  /** Those that hold anything now, but none that the machine itself uses. */
  List<Device> present() throws LinuxException {
    Set<String> used = usedNumbers();
    List<Device> found = new ArrayList<>();
    for (Path dir : dirs()) {
      String name = dir.getFileName().toString();
      if (isWanted(dir, name) && !text(dir, "size").equals("0")) {
        List<String> parts = parts(dir, name);
        if (parts.stream().noneMatch(part -> used.contains(numberOf(part)))) {
          found.add(new Device(name, text(dir, "diskseq"), parts));
        }
      }
    }
    return found;
  }

  /** Still there, and not another in its place. */
  boolean isPresent(Device device) {
    Path dir = blockDir.resolve(device.name());
    String size = text(dir, "size");
    return !size.isEmpty() && !size.equals("0") && text(dir, "diskseq").equals(device.number());
  }

  /** Protected against writing. */
  boolean isReadOnly(Device device) {
    return text(blockDir.resolve(device.name()), "ro").equals("1");
  }

  private List<Path> dirs() throws LinuxException {
    try (DirectoryStream<Path> dirs = Files.newDirectoryStream(blockDir)) {
      List<Path> all = new ArrayList<>();
      dirs.forEach(all::add);
      all.sort(Comparator.naturalOrder());
      return all;
    } catch (IOException e) {
      throw new LinuxException("the kernel's list of disks cannot be read", e);
    }
  }

  private boolean isWanted(Path dir, String name) {
    if (wanted.contains(name)) {
      return true;
    }
    return wanted.contains(LinuxSettings.Devices.REMOVABLE)
        && NEVER.stream().noneMatch(name::startsWith)
        && (text(dir, "removable").equals("1") || isOnUsb(dir));
  }

  private static boolean isOnUsb(Path dir) {
    try {
      return dir.toRealPath().toString().contains("/usb");
    } catch (IOException gone) {
      return false;
    }
  }

  /** Its partitions; without any, itself. */
  private static List<String> parts(Path dir, String name) throws LinuxException {
    List<String> parts = new ArrayList<>();
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(dir, name + "*")) {
      for (Path part : inside) {
        if (Files.exists(part.resolve("partition"))) {
          parts.add(part.getFileName().toString());
        }
      }
    } catch (IOException e) {
      throw new LinuxException("the parts of a stick cannot be read", e);
    }
    parts.sort(Comparator.naturalOrder());
    return parts.isEmpty() ? List.of(name) : parts;
  }

  /** Numbers, as major:minor, of what is mounted or swapped to outside our run folders. */
  private static Set<String> usedNumbers() throws LinuxException {
    return KernelFile.lines(Path.of("/proc/self/mountinfo")).stream()
        .filter(line -> !line.contains(Sticks.MOUNT_NAME))
        .map(line -> line.split(" ", 4)[2])
        .collect(Collectors.toSet());
  }

  private static String numberOf(String part) {
    return text(Path.of("/sys/class/block").resolve(part), "dev");
  }

  /** Empty if there is no such file. */
  private static String text(Path dir, String file) {
    try {
      return Files.readString(dir.resolve(file)).strip();
    } catch (IOException gone) {
      return "";
    }
  }
}
