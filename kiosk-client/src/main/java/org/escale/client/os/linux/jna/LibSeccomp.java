package org.escale.client.os.linux.jna;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** libseccomp, as in seccomp.h. Numbers below 0 are negated errno values. */
public interface LibSeccomp extends Library {

  int SCMP_ACT_ALLOW = 0x7fff0000;

  /** SCMP_ACT_ERRNO without its errno in the low 16 bits. */
  int SCMP_ACT_ERRNO = 0x00050000;

  int UNKNOWN_CALL = -1;

  int SCMP_CMP_EQ = 4;
  int SCMP_CMP_GT = 6;

  /** {@code struct scmp_arg_cmp}: argument and operation as int, two data as 64 bits. */
  int BYTES_OF_A_COMPARISON = 24;

  static LibSeccomp load() {
    return Native.load("libseccomp.so.2", LibSeccomp.class);
  }

  Pointer seccomp_init(int defaultAction);

  int seccomp_syscall_resolve_name(String name);

  int seccomp_rule_add_array(Pointer filter, int action, int call, int count, Pointer arguments);

  int seccomp_export_bpf(Pointer filter, int fileDescriptor);

  void seccomp_release(Pointer filter);
}
