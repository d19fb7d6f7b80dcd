package tollgate.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium, as wide as a phone or as a desk. Screenshots go to target/screenshots. */
final class PhoneBrowser implements AutoCloseable {

  private static final String PHONE =
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/156.0.0.0 Mobile Safari/537.36";

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

  private final Browser chromium =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));

  BrowserContext phone() {
    return chromium.newContext(onPhone());
  }

  BrowserContext darkPhone() {
    return chromium.newContext(onPhone().setColorScheme(ColorScheme.DARK));
  }

  BrowserContext phoneWithoutScripts() {
    return chromium.newContext(onPhone().setJavaScriptEnabled(false));
  }

  private static Browser.NewContextOptions onPhone() {
    return new Browser.NewContextOptions()
        .setViewportSize(390, 844)
        .setUserAgent(PHONE)
        .setHasTouch(true)
        .setIsMobile(true);
  }

  BrowserContext desk() {
    return chromium.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + ".png")));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
