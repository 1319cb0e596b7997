package org.escale.client.audit;

/** What kind of thing was found. */
public enum Kind {
  /** A program that runs as one of the visit's users. */
  PROCESS,
  /** A file that belongs to one of the visit's users. */
  FILE,
  /** A file, anybody's, that was written since the visit began. */
  NEW_FILE,
  /** A file of the visit's users without a name that a program still holds open. */
  HELD_FILE,
  /** A mount that the machine does not have itself, or below the agent's run folder. */
  MOUNT,
  /** Shared memory, semaphores or queues of the visit's users. */
  IPC,
  CONTROL_GROUP,
  KEY,
  /** A document in the print queue, or a job that names the visit's users. */
  PRINT_JOB,
  /** A socket or a lock of a display of the visit's users. */
  DISPLAY,
  /** A namespace, a cable or a remembered connection of the visit. */
  NETWORK,
  /** What could not be looked at, and so is not proven to be clean. */
  NOT_SEEN
}
