package org.escale.client.ipc;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's end of the socket. Serves one shell at a time, the newest, and only if it runs as the
 * one user allowed. Thread-safe; the listener is called by one thread at a time.
 */
public final class ShellServer implements AutoCloseable {

  /** Told what the shell does. Must not block. */
  public interface Listener {

    /** A shell is on the screen. If there was one before, this one replaces it. */
    void arrived(FromShell.Ready shell);

    /** The shell says something; never {@link FromShell.Ready}. */
    void said(FromShell message);

    /** The shell is gone, and no other has replaced it. */
    void lost();
  }

  private static final Logger log = LoggerFactory.getLogger(ShellServer.class);

  private final ShellMessages messages = new ShellMessages();
  private final Object turn = new Object();
  private final UserPrincipal shellUser;
  private final Listener listener;
  private final Path socketPath;
  private final ServerSocketChannel server;
  private @Nullable LineChannel current;

  private ShellServer(
      Path socketPath, UserPrincipal shellUser, Listener listener, ServerSocketChannel server) {
    this.socketPath = socketPath;
    this.shellUser = shellUser;
    this.listener = listener;
    this.server = server;
  }

  /**
   * Listens at this path. A socket file that an earlier program left there is replaced.
   *
   * @param shellUser the only user whose programs are served
   * @throws IOException if the socket cannot be made there
   */
  public static ShellServer listen(Path socketPath, UserPrincipal shellUser, Listener listener)
      throws IOException {
    Files.deleteIfExists(socketPath);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(socketPath));
      Files.setPosixFilePermissions(socketPath, PosixFilePermissions.fromString("rw-------"));
      Files.setOwner(socketPath, shellUser);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    ShellServer listening = new ShellServer(socketPath, shellUser, listener, server);
    Thread.ofVirtual().name("ipc-accept").start(listening::acceptAll);
    return listening;
  }

  /** Does nothing while no shell is there: one that arrives is told everything anew. */
  public void send(ToShell message) {
    synchronized (turn) {
      if (current != null) {
        current.send(messages.write(message));
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socketPath);
    synchronized (turn) {
      if (current != null) {
        current.close();
        current = null;
      }
    }
  }

  private void acceptAll() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        Thread.ofVirtual().name("ipc-shell").start(() -> serve(channel));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        log.warn("a shell could not be accepted", e);
      }
    }
  }

  private void serve(SocketChannel channel) {
    try (channel) {
      UserPrincipal peer = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
      if (!peer.equals(shellUser)) {
        log.warn("refused a connection to the shell's socket: not a program of its user");
        return;
      }
      try (LineChannel lines = new LineChannel(channel, ShellMessages.LONGEST_FROM_SHELL)) {
        converse(lines);
      }
    } catch (IOException e) {
      log.debug("a shell's connection failed", e);
    }
  }

  private void converse(LineChannel lines) throws IOException {
    try {
      String line = lines.read();
      if (line == null || !(messages.readFromShell(line) instanceof FromShell.Ready ready)) {
        log.warn("refused a shell that did not begin by saying it is ready");
        return;
      }
      take(lines, ready);
      while ((line = lines.read()) != null) {
        deliver(lines, messages.readFromShell(line));
      }
    } catch (MessageException e) {
      log.warn("the shell's connection is closed: {}", e.getMessage());
    } finally {
      drop(lines);
    }
  }

  private void take(LineChannel lines, FromShell.Ready ready) {
    synchronized (turn) {
      if (current != null) {
        current.close();
      }
      current = lines;
      listener.arrived(ready);
    }
  }

  private void deliver(LineChannel lines, FromShell message) throws MessageException {
    if (message instanceof FromShell.Ready) {
      throw new MessageException("ready was said twice");
    }
    synchronized (turn) {
      if (current == lines) {
        listener.said(message);
      }
    }
  }

  private void drop(LineChannel lines) {
    synchronized (turn) {
      if (current == lines) {
        current = null;
        listener.lost();
      }
    }
  }
}
