package tollgate.web;

import org.jspecify.annotations.Nullable;

/** A public port as tests have it: any that is free, one event loop, and nobody from elsewhere. */
final class Loopback {

  private Loopback() {}

  static WebOptions options(
      WebOptions.Limits limits, WebOptions.Waiting waiting, WebOptions.@Nullable Tls tls) {
    return new WebOptions("127.0.0.1", 0, "", 1, limits, waiting, WebOptions.Shedding.DEFAULT, tls);
  }
}
