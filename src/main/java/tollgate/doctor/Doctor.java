package tollgate.doctor;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Rehearsal;
import tollgate.engine.Sight;
import tollgate.engine.Stored;
import tollgate.gate.Wording;
import tollgate.json.Json;
import tollgate.payment.Payment;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Provider;
import tollgate.provider.Providers;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.provider.Reference;
import tollgate.tenant.Gateway;

/**
 * Says of a callback what was signed, which key matched, what differs, how it stands to what was
 * told before, and what it would do. It asks the adapter and the engine's {@link Rehearsal}, which
 * are what would judge the callback if it came; and it can change nothing, for a {@link Sight} is
 * all it has.
 */
public final class Doctor {

  /**
   * One callback.
   *
   * @param gateway at whose address it came in, or should have
   * @param others gateways where it may have been meant to go
   */
  public record Patient(Gateway gateway, List<Gateway> others, Callback callback) {

    public Patient {
      others = List.copyOf(others);
    }
  }

  private final Sight sight;
  private final Rehearsal rehearsal;
  private final Providers providers;

  public Doctor(Sight sight, InstantSource clock, Providers providers) {
    this.sight = sight;
    rehearsal = new Rehearsal(sight, clock);
    this.providers = providers;
  }

  /** No key of the gateway is in it, whatever the callback says. Fails when nothing can be read. */
  public Future<Json> examine(Patient patient) {
    var gateway = patient.gateway();
    var provider = requireNonNull(providers.named(gateway.provider()));
    var reading = reading(provider, patient);
    var evidence = evidence(provider, gateway, patient.callback());
    var prognoses = new Prognoses(gateway, rehearsal);
    var told = told(provider, patient, reading, evidence);
    return payment(gateway, about(reading, evidence))
        .compose(payment -> {
          var seen = seen(told, Difference.all(evidence, reading, payment), payment);
          return prognoses
              .of(reading, payment)
              .map(prognosis -> prognosis.addTo(seen, provider, patient.callback()));
        })
        .map(Mask.of(gateway.keys().values())::over);
  }

  private static Json.Obj seen(
      Json.Obj told, List<Difference> differences, @Nullable Payment payment) {
    var all = told.with("differences", Difference.json(differences));
    return payment == null ? all : all.with("payment", json(payment));
  }

  private static Reading reading(Provider provider, Patient patient) {
    try {
      return provider.open(patient.callback(), patient.gateway());
    } catch (RuntimeException unreadable) {
      return new Malformed("unreadable");
    }
  }

  static Evidence evidence(Provider provider, Gateway gateway, Callback callback) {
    try {
      return provider.evidence(callback, gateway);
    } catch (RuntimeException unreadable) {
      return Evidence.unreadable("the adapter does not know what to make of it");
    }
  }

  /** What is only claimed is looked up too: a person wants to know what it should have said. */
  private static Payment.@Nullable Id about(Reading reading, Evidence evidence) {
    return switch (reading) {
      case Genuine genuine -> genuine.payment();
      case Doorbell bell -> bell.payment();
      case Inquiry inquiry -> inquiry.payment();
      case Forged _, Malformed _, Nothing _ ->
          Reference.read(evidence.claims().reference()).orElse(null);
    };
  }

  /** Only what goes through that gateway: of others its provider has nothing to say. */
  private Future<@Nullable Payment> payment(Gateway gateway, Payment.@Nullable Id id) {
    if (id == null) return Future.succeededFuture();

    return sight
        .load(List.of(id))
        .map(found ->
            Optional.ofNullable(found.get(id))
                .map(Stored::payment)
                .filter(it -> it.terms().gateway() == gateway.number())
                .orElse(null));
  }

  private static Json.Obj told(
      Provider provider, Patient patient, Reading reading, Evidence evidence) {
    var claims = evidence.claims();
    var signatures = Signatures.of(evidence, patient.gateway());
    return Json.object()
        .put("gateway", patient.gateway().number())
        .put("provider", provider.name())
        .put("reading", Readings.json(reading))
        .put("signatures", signatures)
        .put("key", Signatures.key(evidence))
        .put("hints", Hints.of(provider, patient, evidence))
        .put(
            "claims",
            Json.object()
                .put("reference", claims.reference())
                .put("amount", claims.amount())
                .put("currency", claims.currency())
                .put("status", claims.status()))
        .build();
  }

  private static Json json(Payment payment) {
    var wording = Wording.of(payment);
    return Json.object()
        .put("project_id", payment.id().project())
        .put("operation_id", payment.id().operation())
        .put("payment_id", payment.terms().paymentId())
        .put("operation", Wording.operation(payment))
        .put("reference", Reference.of(payment.id()))
        .put("status", wording.status())
        .put("code", wording.code().number())
        .put("amount", payment.askedFor().decimal())
        .put("currency", payment.askedFor().code())
        .put("transfer", payment.providersId())
        .build();
  }
}
