package org.escale.server.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A mediator's browser: Chromium that trusts the centre's authority because somebody imported it,
 * as on her own PC. Certificate errors are not ignored. Belongs to one thread.
 */
public final class ConsoleBrowser implements AutoCloseable {

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-gpu-rasterization",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Path home;
  private final Playwright playwright;
  private final Browser browser;

  private ConsoleBrowser(Path home) {
    this.home = home;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(ARGUMENTS)
                    .setEnv(
                        Map.of(
                            "HOME", home.toString(), "PATH", "/usr/bin:/bin", "LANG", "C.UTF-8")));
  }

  public static ConsoleBrowser trusting(X509Certificate authority) {
    try {
      Path home = Files.createTempDirectory("escale-browser");
      importAuthority(home, authority);
      return new ConsoleBrowser(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fresh profile, in French. */
  public BrowserContext profile(int width, int height, ColorScheme scheme) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setColorScheme(scheme)
            .setLocale("fr-FR"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void importAuthority(Path home, X509Certificate authority) throws IOException {
    Path store = Files.createDirectories(home.resolve(".pki/nssdb"));
    Path certificatePath = home.resolve("authority.pem");
    Files.writeString(certificatePath, pem(authority));
    certutil(store, "-N", "--empty-password");
    certutil(store, "-A", "-t", "C,,", "-n", "centre", "-i", certificatePath.toString());
  }

  private static void certutil(Path store, String... arguments) throws IOException {
    List<String> command =
        Stream.concat(Stream.of("certutil", "-d", "sql:" + store), Stream.of(arguments)).toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("certutil " + arguments[0] + " failed");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static String pem(X509Certificate certificate) {
    try {
      String body =
          Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
              .encodeToString(certificate.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
