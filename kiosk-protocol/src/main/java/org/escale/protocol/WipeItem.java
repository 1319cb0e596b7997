package org.escale.protocol;

/** What a wipe looks at. A receipt counts by these categories and never names a file. */
public enum WipeItem {
  PROCESSES,
  MEMORY_FILES,
  MOUNTS,
  SHARED_MEMORY,
  KERNEL_KEYS,
  VISIT_DISPLAY,
  NETWORK,
  RUN_FOLDERS
}
