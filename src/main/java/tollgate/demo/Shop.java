package tollgate.demo;

import java.util.Currency;
import java.util.List;
import tollgate.tenant.Secret;

/**
 * One project of the demo merchant, which takes one currency by one method.
 *
 * @param method its name in Gate paths
 * @param title its name for people
 */
public record Shop(long project, Secret secret, String method, String title, Currency currency) {

  /** The projects of the demo tenants: 210 by Touch'n Go, 211 by GoPay. */
  public static List<Shop> demo() {
    return List.of(
        new Shop(210, new Secret("demo-secret-210"), "touchngo", "Touch'n Go", of("MYR")),
        new Shop(211, new Secret("demo-secret-211"), "gopay", "GoPay", of("IDR")));
  }

  private static Currency of(String code) {
    return Currency.getInstance(code);
  }
}
