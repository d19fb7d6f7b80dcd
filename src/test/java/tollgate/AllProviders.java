package tollgate;

import tollgate.provider.Providers;

/** Every adapter there is, for tests that read the demo's settings. */
public final class AllProviders {

  private AllProviders() {}

  public static Providers known() {
    return Tollgate.PROVIDERS;
  }
}
