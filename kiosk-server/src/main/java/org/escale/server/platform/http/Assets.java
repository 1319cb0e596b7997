package org.escale.server.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses of style sheets, scripts, fonts and icons. Browsers keep these files for ever, so the
 * address changes with the content. Thread-safe.
 */
public final class Assets {

  private static final int VERSION_SIGNS = 12;
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  /**
   * @param name a file under {@code src/main/resources/assets}, for example {@code console.css}
   */
  public static String url(String name) {
    return KNOWN.computeIfAbsent(name, Assets::urlWithVersion);
  }

  /**
   * @param jar name of a WebJar of npm, for example {@code htmx.org}
   * @param name a file in it, for example {@code dist/htmx.min.js}
   */
  public static String webjar(String jar, String name) {
    return KNOWN.computeIfAbsent(jar + '!', _ -> "/webjars/" + jar + '/' + versionOf(jar) + '/')
        + name;
  }

  private static String urlWithVersion(String name) {
    try (InputStream file = Assets.class.getResourceAsStream("/assets/" + name)) {
      if (file == null) {
        throw new IllegalArgumentException("no such asset: " + name);
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
      String version = HexFormat.of().formatHex(digest).substring(0, VERSION_SIGNS);
      return "/assets/" + name + "?v=" + version;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String versionOf(String jar) {
    String path = "/META-INF/maven/org.webjars.npm/" + jar + "/pom.properties";
    try (InputStream file = Assets.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalArgumentException("no such WebJar: " + jar);
      }
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Assets() {}
}
