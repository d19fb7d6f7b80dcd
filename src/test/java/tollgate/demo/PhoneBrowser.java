package tollgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium, as wide as a phone or as a desk. Screenshots go to target/screenshots. */
final class PhoneBrowser implements AutoCloseable {

  private static final String PHONE =
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/156.0.0.0 Mobile Safari/537.36";

  private static final String LOOKS = looks();

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

  /** As narrow as any that is still in use. */
  BrowserContext narrowPhone() {
    return chromium.newContext(onPhone().setViewportSize(320, 640));
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

  /** The whole page for people to look at, and what a machine can say of it at once. */
  static void shoot(Page page, String name) {
    shoot(page, name, true);
  }

  /** What is seen of it without scrolling. */
  static void shootTop(Page page, String name) {
    shoot(page, name, false);
  }

  private static void shoot(Page page, String name, boolean whole) {
    page.waitForLoadState();
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(whole)
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setPath(Path.of("target/screenshots", name + ".png")));
    assertThat(page.evaluate(LOOKS)).as(name).isEqualTo(List.of());
  }

  private static String looks() {
    try {
      return Files.readString(Path.of("src/test/resources/demo/looks.js"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    playwright.close();
  }
}
