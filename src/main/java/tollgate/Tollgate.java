package tollgate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tollgate.config.SettingsRefused;
import tollgate.provider.Providers;
import tollgate.provider.midtrans.Midtrans;
import tollgate.provider.mykassa.MyKassa;
import tollgate.provider.paymaster.Paymaster;
import tollgate.provider.paymaster2.Paymaster2;
import tollgate.provider.qiwi.Qiwi;
import tollgate.provider.robokassa.Robokassa;
import tollgate.provider.touchngo.TouchnGo;
import tollgate.provider.webmoney.WebMoney;
import tollgate.provider.yookassa.Yookassa;
import tollgate.provider.yoomoney.Yoomoney;

/**
 * Starts the gateway with the settings in the files that are given: {@code tollgate
 * config/tollgate.yaml config/demo.yaml}. Ends with 2 when the settings are wrong and with 1 when
 * it cannot start; whatever was started by then is stopped.
 */
public final class Tollgate {

  /** All that can be spoken to. A new provider is one word here. */
  static final Providers PROVIDERS =
      Providers.of(
          List.of(
              new Midtrans(),
              new Paymaster(),
              new MyKassa(),
              new Paymaster2(),
              new Qiwi(),
              new Robokassa(),
              new TouchnGo(),
              new WebMoney(),
              new Yookassa(),
              new Yoomoney()));

  static final int WRONG_SETTINGS = 2;
  static final int CANNOT_START = 1;

  private static final Path USUAL_FILE = Path.of("config/tollgate.yaml");

  private Tollgate() {}

  /** Runs until the process is told to end. */
  public static void main(String[] args) {
    var stops = new Stops();
    Runtime.getRuntime().addShutdownHook(new Thread(stops::runAll, "stop"));
    var code = start(files(args), System.getenv(), stops);
    if (code != 0) System.exit(code);
  }

  /** 0 when everything runs; then {@code stops} ends it. */
  static int start(List<Path> files, Map<String, String> environment, Stops stops) {
    try {
      var read = new SettingsReader(environment, PROVIDERS).read(files);
      House.open(read, stops);
      return 0;
    } catch (SettingsRefused refused) {
      return said(refused, WRONG_SETTINGS);
    } catch (StartFailed failed) {
      return said(failed, CANNOT_START);
    }
  }

  private static int said(Exception why, int code) {
    System.err.println("tollgate: " + why.getMessage());
    return code;
  }

  private static List<Path> files(String[] args) {
    if (args.length > 0) return Stream.of(args).map(Path::of).toList();

    return Files.exists(USUAL_FILE) ? List.of(USUAL_FILE) : List.of();
  }

  /** Of the release; absent where classes run without their jar. */
  static @Nullable String version() {
    return Tollgate.class.getPackage().getImplementationVersion();
  }
}
