package org.escale.client.os.linux;

import com.sun.jna.LastErrorException;
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
  private static final List<String> REFUSED =
      List.of(
          "add_key",
          "request_key",
          "keyctl",
          "bpf",
          "perf_event_open",
          "userfaultfd",
          "io_uring_setup",
          "io_uring_enter",
          "io_uring_register");

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
      export(filter, path);
    } finally {
      seccomp.seccomp_release(filter);
    }
  }

  private void refuse(Pointer filter, String call) throws LinuxException {
    int number = seccomp.seccomp_syscall_resolve_name(call);
    if (number == LibSeccomp.UNKNOWN_CALL) {
      throw new LinuxException("libseccomp does not know " + call);
    }
    int action = LibSeccomp.SCMP_ACT_ERRNO | EPERM;
    check(seccomp.seccomp_rule_add_array(filter, action, number, 0, Pointer.NULL), call);
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
