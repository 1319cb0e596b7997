package org.escale.server.platform.http;

import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What is told when a request fails before or beside the routes: the status, and nothing else. */
final class QuietErrors extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.write(true, null, callback);
    return true;
  }
}
