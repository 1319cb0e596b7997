/**
 * What agent and shell say to each other over a Unix socket: the agent tells which screen to show,
 * the shell tells what the visitor pressed. The shell holds no state that matters.
 */
@NullMarked
package org.escale.client.ipc;

import org.jspecify.annotations.NullMarked;
