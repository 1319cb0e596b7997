package org.escale.protocol;

/**
 * What a wipe looks at. A receipt counts by these categories and never names a file. One that a
 * station does not have (a printer, a voice) is not in its receipts: not looked at is not 0.
 */
public enum WipeItem {
  PROCESSES,
  MEMORY_FILES,
  MOUNTS,
  SHARED_MEMORY,
  KERNEL_KEYS,
  VISIT_DISPLAY,
  NETWORK,
  /** Where the visit's connections went, as the kernel remembers it. */
  CONNECTIONS,
  RUN_FOLDERS,
  /** Files of the visit's users in places where everybody may write. */
  FILES_OUTSIDE,
  PRINT_JOBS,
  REMOVABLE_MEDIA,
  /** Volume, mute, streams. */
  SOUND,
  /** What the voice was told to say, and how. */
  SPEECH,
  DNS_CACHE,
  /** Resolution, brightness, gamma. */
  SCREEN,
  /** Memory of programs that crashed. */
  CORE_DUMPS
}
