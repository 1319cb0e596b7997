import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Says that a shell is ready, then tells whether it was answered before the other side closed. */
class Knock {

  public static void main(String[] arguments) throws Exception {
    try (SocketChannel channel =
        SocketChannel.open(UnixDomainSocketAddress.of(Path.of(arguments[0])))) {
      String ready = "{\"type\":\"Ready\",\"screenWidth\":800,\"screenHeight\":600}\n";
      channel.write(ByteBuffer.wrap(ready.getBytes(StandardCharsets.UTF_8)));
      System.out.print(channel.read(ByteBuffer.allocate(1024)) > 0 ? "answered" : "closed");
    } catch (java.io.IOException e) {
      System.out.print("closed");
    }
  }
}
