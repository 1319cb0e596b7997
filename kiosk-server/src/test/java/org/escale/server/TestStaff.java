package org.escale.server;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser of staff, as far as forms and cookies go. */
public final class TestStaff {

  public static final String ADMIN = "Ana";
  public static final String PASSPHRASE = "trois vélos sous la pluie";

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");

  private final HttpClient browser;
  private final Function<String, URI> address;

  public TestStaff(TestServer server) {
    this(server.client(), server::uri);
  }

  /**
   * Staff of any server.
   *
   * @param address of a path such as {@code /login}, asked anew each time
   */
  TestStaff(HttpClient browser, Function<String, URI> address) {
    this.browser = browser;
    this.address = address;
  }

  /** The first admin, signed in; made first if there is none. */
  public static TestStaff admin(TestServer server) {
    TestStaff admin = new TestStaff(server);
    Path codePath = server.dataDir().resolve("setup-code");
    HttpResponse<String> answer =
        Files.exists(codePath)
            ? admin.setUp(Objects.requireNonNull(server.assembly().setupCode()))
            : admin.signIn(ADMIN, PASSPHRASE);
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("not signed in: " + answer.statusCode());
    }
    return admin;
  }

  public HttpResponse<String> setUp(String code) {
    return submit(
        "/setup",
        "/setup",
        Map.of("code", code, "name", ADMIN, "passphrase", PASSPHRASE, "again", PASSPHRASE));
  }

  public HttpResponse<String> signIn(String name, String passphrase) {
    return submit("/login", "/login", Map.of("name", name, "passphrase", passphrase));
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.apply(path));
    return TestServer.send(
        browser, (headers.length == 0 ? request : request.headers(headers)).build());
  }

  /** Opens a page and submits a form of it, with the page's token. */
  public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("csrf", token(page));
    return post(action, all);
  }

  /** Posts exactly these fields. */
  public HttpResponse<String> post(String action, Map<String, String> fields) {
    return postEncoded(action, encoded(fields));
  }

  /** Posts a form in which a name may stand several times. */
  HttpResponse<String> postEncoded(String action, String form) {
    return TestServer.send(
        browser,
        HttpRequest.newBuilder(address.apply(action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  /** The token that the forms of this page carry. */
  public String token(String path) {
    return tokenIn(get(path).body());
  }

  private static String tokenIn(String page) {
    Matcher matcher = TOKEN.matcher(page);
    return matcher.find() ? matcher.group(1) : "";
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
