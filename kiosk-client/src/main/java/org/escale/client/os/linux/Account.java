package org.escale.client.os.linux;

import java.nio.file.Path;

/** A user of this machine. */
record Account(String name, int uid, int gid) {

  private static final int UID = 2;
  private static final int GID = 3;

  static Account named(String name) throws LinuxException {
    for (String line : KernelFile.lines(Path.of("/etc/passwd"))) {
      String[] fields = line.split(":", -1);
      if (fields[0].equals(name)) {
        return new Account(name, Integer.parseInt(fields[UID]), Integer.parseInt(fields[GID]));
      }
    }
    throw new LinuxException("this machine has no user " + name);
  }
}
