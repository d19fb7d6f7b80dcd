package tollgate.outside;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import tollgate.outside.UrlGuard.Refused;

/**
 * The place a URL names: scheme, host and port are what merchants share or do not share, path and
 * query are the message's own.
 *
 * @param host a name in ASCII or an address without brackets, in lower case
 * @param target path and query, as they are written
 */
record Endpoint(boolean tls, String host, int port, String target) {

  private static final int URL_CHARS_MAX = 2048;
  private static final int PORT_MAX = 65_535;
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  /** What some resolver somewhere takes for an address: octal, hexadecimal, one number for four. */
  private static final Pattern LOOKS_NUMERIC =
      Pattern.compile("(?:.*\\.)?(?:0[xX][0-9a-fA-F]*|[0-9]+)\\.?");

  private static final Pattern NAME =
      Pattern.compile("(?!-)[a-z0-9_-]{1,63}(?:\\.(?!-)[a-z0-9_-]{1,63})*");

  /** Throws {@link Refused} for anything but an http or https URL without a surprise in it. */
  static Endpoint of(String url) {
    if (url.length() > URL_CHARS_MAX) throw new Refused("url");

    var uri = parsed(url);
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) throw new Refused("scheme");
    if (uri.getRawUserInfo() != null || uri.getHost() == null) throw new Refused("host");

    boolean tls = scheme.equals("https");
    int port = uri.getPort() == -1 ? (tls ? 443 : 80) : uri.getPort();
    if (port < 1 || port > PORT_MAX) throw new Refused("port");
    return new Endpoint(tls, host(uri.getHost()), port, target(uri));
  }

  /** What webhooks to one merchant's server have in common. */
  String key() {
    return (tls ? "https://" : "http://") + host + ":" + port;
  }

  boolean isLiteral() {
    return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
  }

  /** The host as it stands in a URL. */
  String authority() {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }

  private static URI parsed(String url) {
    try {
      return new URI(url).parseServerAuthority();
    } catch (URISyntaxException notOne) {
      throw new Refused("url");
    }
  }

  private static String host(String written) {
    var host = written.toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      // A zone such as %eth0 names one of our own interfaces.
      if (host.indexOf('%') >= 0) throw new Refused("host");
      return host.substring(1, host.length() - 1);
    }
    if (IPV4.matcher(host).matches()) return host;
    if (LOOKS_NUMERIC.matcher(host).matches() || !NAME.matcher(host).matches()) {
      throw new Refused("host");
    }
    return host;
  }

  private static String target(URI uri) {
    var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
