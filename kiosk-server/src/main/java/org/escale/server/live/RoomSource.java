package org.escale.server.live;

/** Where the console learns what the room looks like. */
public interface RoomSource {

  /** The room at this moment. Reads the store, so it may block for some milliseconds. */
  Room now();
}
