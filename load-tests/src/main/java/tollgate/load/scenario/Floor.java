package tollgate.load.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import tollgate.load.ground.Run;

/**
 * What the same server does when each credit is its own transaction: the same rows with the same
 * indexes and sizes, prepared statements, no gateway in between. Sixteen clients by pgbench. What the
 * gateway did just before stands beside it as a ratio: see {@link BesideFloor}.
 */
final class Floor {

  private static final int CLIENTS = 16;
  private static final int WALLETS = 2000;
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private static final String SET_UP =
      """
      drop schema if exists floor cascade;
      create schema floor;
      set search_path = floor;
      create table payment (like public.payment including all);
      create table posting (like public.posting including all);
      create table balance (like public.balance including all);
      create table webhook (like public.webhook including all);
      create table outbox (like public.outbox including all);
      create table callback (like public.callback including all);
      create table unnumbered (like public.unnumbered including all);
      create table completion (like public.completion including all);
      create sequence next;
      insert into payment
             (project_id, operation_id, payment_id, request_id, customer_id, method, gateway_id,
              amount, currency, wallet, base_seconds, limit_seconds, details, state, code,
              providers_id, asks, version, opened_at, changed_at, limit_at, due_at)
      select 210, n, 'floor-' || n, repeat('r', 49), 'load', 'touchngo', 1,
             1000, 'MYR', 'w', 120, 3600, repeat('d', 200), 3, 9999,
             '', 0, 2, now(), now(), now() + interval '1 day', now() + interval '1 hour'
        from generate_series(1, %d) n;
      insert into balance select 210, 'wallet:' || n, 'MYR', 0, 0 from generate_series(0, %d) n;
      analyze payment;
      analyze balance;
      checkpoint;
      """;

  private static final String CREDIT =
      """
      select nextval('floor.next') as id \\gset
      \\set wallet %s
      begin;
      update floor.payment set state = 5, code = 0, redirect = null, providers_id = 'LT',
             version = version + 1, changed_at = now(), due_at = null
       where project_id = 210 and operation_id = :id and version = 2;
      insert into floor.callback values (210, :id, 3, 0, 1, repeat('c', 300), now());
      insert into floor.balance values (210, 'wallet:' || :wallet, 'MYR', 1000, 1)
          on conflict (project_id, account, currency)
          do update set amount = balance.amount + excluded.amount,
                        entries = balance.entries + excluded.entries
          returning amount as after, entries as entry \\gset
      insert into floor.posting values (210, :id, 1, 'clearing:1', 'wallet:' || :wallet, 1000,
             'MYR', now(), :entry, :after);
      insert into floor.webhook values (210, :id, 4, 'http://127.0.0.1/hook',
             convert_to(repeat('b', 900), 'UTF8'), now());
      insert into floor.outbox (project_id, operation_id, effect, attempts, due_at)
             values (210, :id, 4, 1, now() + interval '15 seconds');
      insert into floor.unnumbered (project_id, written_at, part, operation_id, effect)
             values (210, now(), 1, :id, 4);
      insert into floor.completion values (210, 1, now(), :id);
      commit;
      """;

  private static final long SET_UP_SECONDS_MAX = 60;

  private Floor() {}

  /** Credits a second, all on one wallet or on 2,000; empty where there is no pgbench. */
  static OptionalDouble lay(Run run, boolean hot) throws IOException {
    if (pgbench().isEmpty()) return OptionalDouble.empty();

    return OptionalDouble.of(credits(run, hot ? "0" : "random(0, " + (WALLETS - 1) + ")"));
  }

  private static Optional<Path> pgbench() {
    var candidates =
        List.of(
            Path.of("/usr/bin/pgbench"),
            Path.of("/usr/local/bin/pgbench"),
            Path.of("/usr/lib/postgresql/15/bin/pgbench"));
    return candidates.stream().filter(Files::isExecutable).findFirst();
  }

  private static double credits(Run run, String wallet) throws IOException {
    var seconds = run.sizes().floorSeconds();
    var psql = run.ground().psql();
    psql.run(SET_UP.formatted(Math.max(20_000, seconds * 6_000), WALLETS));
    var script = Files.writeString(run.results().resolve("credit.sql"), CREDIT.formatted(wallet));
    var output = psql.command(SET_UP_SECONDS_MAX + seconds, command(seconds, script));
    psql.run("drop schema floor cascade");
    var rate = RATE.matcher(output);
    if (!rate.find()) throw new IOException("pgbench says no rate: " + output);
    return Double.parseDouble(rate.group(1));
  }

  private static String[] command(long seconds, Path script) {
    var program = pgbench().orElseThrow().toString();
    var load = "-n -M prepared -j 2 -c " + CLIENTS + " -T " + seconds + " -f " + script;
    return (program + " " + load).split(" ");
  }
}
