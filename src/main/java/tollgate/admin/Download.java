package tollgate.admin;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.report.ReportFile;
import tollgate.report.Shelf;

/**
 * Sends a file part by part: the next is read when the last is on its way, so a slow reader holds
 * one part and no more. On one event loop, as its response.
 */
final class Download {

  private static final Logger LOG = LoggerFactory.getLogger(Download.class);

  private final Shelf shelf;
  private final ReportFile file;
  private final HttpServerResponse response;

  Download(Shelf shelf, ReportFile file, HttpServerResponse response) {
    this.shelf = shelf;
    this.file = file;
    this.response = response;
  }

  /** The length is said first, so a file that is cut off is seen to be. */
  void start() {
    var name = "report-" + file.report() + "-" + file.number() + ".csv";
    response
        .setStatusCode(200)
        .putHeader("content-type", "text/csv; charset=utf-8")
        .putHeader("content-disposition", "attachment; filename=\"" + name + '"')
        .putHeader("content-length", Long.toString(file.bytes()));
    send(1);
  }

  private void send(int part) {
    if (part > file.parts()) {
      response.end();
      return;
    }
    shelf
        .part(file.report(), file.number(), part)
        .compose(body ->
            body.map(this::write).orElseGet(() -> Future.failedFuture("it has been thrown away")))
        .onSuccess(_ -> send(part + 1))
        .onFailure(this::cut);
  }

  private void cut(Throwable failure) {
    LOG.warn("a report was not sent to its end: {}", failure.getMessage());
    response.reset();
  }

  /** Done when it has left us. */
  private Future<Void> write(Buffer body) {
    return body.length() == 0 ? Future.succeededFuture() : response.write(body);
  }
}
