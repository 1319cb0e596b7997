package org.escale.client.os.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.List;
import org.escale.client.os.linux.jna.LibC;
import org.escale.client.os.linux.jna.LibSeccomp;

/**
 * The system calls that a visit is refused. Everything else is allowed: the browser's own sandbox
 * needs user namespaces, and stands on this one.
 */
final class SeccompFilter {

  private static final int EPERM = 1;

  /**
   * Keys belong to a user and outlive every namespace. The others are wide doors into the kernel
   * that no visitor's program needs.
   */
  static final List<String> REFUSED =
      List.of(
          "add_key",
          "request_key",
          "keyctl",
          "bpf",
          "perf_event_open",
          "userfaultfd",
          "io_uring_setup",
          "io_uring_enter",
          "io_uring_register",
          "syslog",
          "kexec_load",
          "kexec_file_load",
          "init_module",
          "finit_module",
          "delete_module",
          "open_by_handle_at",
          "fanotify_init",
          "quotactl",
          "acct",
          "swapon",
          "swapoff",
          "reboot",
          "settimeofday",
          "clock_settime",
          "process_vm_readv",
          "process_vm_writev",
          "move_pages",
          "migrate_pages",
          "vhangup");

  private static final int AF_NETLINK = 16;

  /** Between those of files on this machine, IPv4, IPv6 and netlink. */
  private static final List<Integer> OTHER_FAMILIES =
      List.of(3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15);

  private final LibSeccomp seccomp = LibSeccomp.load();
  private final LibC libC = LibC.load();

  /** Writes the filter into a file that exists, as the program the kernel takes. */
  void writeTo(Path path) throws LinuxException {
    Pointer filter = seccomp.seccomp_init(LibSeccomp.SCMP_ACT_ALLOW);
    if (filter == null) {
      throw new LinuxException("no seccomp filter can be made");
    }
    try {
      for (String call : REFUSED) {
        refuse(filter, call);
      }
      refuseOtherSockets(filter);
      export(filter, path);
    } finally {
      seccomp.seccomp_release(filter);
    }
  }

  /** The Internet, and of netlink what tells the ways there; none of the kernel's many others. */
  private void refuseOtherSockets(Pointer filter) throws LinuxException {
    for (int family : OTHER_FAMILIES) {
      refuse(filter, "socket", new Comparison(0, LibSeccomp.SCMP_CMP_EQ, family));
    }
    refuse(filter, "socket", new Comparison(0, LibSeccomp.SCMP_CMP_GT, AF_NETLINK));
    refuse(
        filter,
        "socket",
        new Comparison(0, LibSeccomp.SCMP_CMP_EQ, AF_NETLINK),
        new Comparison(2, LibSeccomp.SCMP_CMP_GT, 0));
  }

  /** What an argument of a call must be for a rule to hold. */
  private record Comparison(int argument, int operation, long number) {}

  private void refuse(Pointer filter, String call, Comparison... comparisons)
      throws LinuxException {
    int number = seccomp.seccomp_syscall_resolve_name(call);
    if (number == LibSeccomp.UNKNOWN_CALL) {
      throw new LinuxException("libseccomp does not know " + call);
    }
    int action = LibSeccomp.SCMP_ACT_ERRNO | EPERM;
    check(
        seccomp.seccomp_rule_add_array(
            filter, action, number, comparisons.length, inMemory(comparisons)),
        call);
  }

  private static Pointer inMemory(Comparison... comparisons) {
    if (comparisons.length == 0) {
      return Pointer.NULL;
    }
    Memory memory = new Memory((long) comparisons.length * LibSeccomp.BYTES_OF_A_COMPARISON);
    memory.clear();
    long at = 0;
    for (Comparison comparison : comparisons) {
      memory.setInt(at, comparison.argument());
      memory.setInt(at + Integer.BYTES, comparison.operation());
      memory.setLong(at + Long.BYTES, comparison.number());
      at += LibSeccomp.BYTES_OF_A_COMPARISON;
    }
    return memory;
  }

  private void export(Pointer filter, Path path) throws LinuxException {
    try {
      int file = libC.open(path.toString(), LibC.O_WRONLY | LibC.O_CLOEXEC);
      try {
        check(seccomp.seccomp_export_bpf(filter, file), "export");
      } finally {
        libC.close(file);
      }
    } catch (LastErrorException e) {
      throw new LinuxException("cannot write " + path, e);
    }
  }

  private static void check(int result, String what) throws LinuxException {
    if (result < 0) {
      throw new LinuxException("seccomp filter: " + what + " failed with errno " + -result);
    }
  }
}
