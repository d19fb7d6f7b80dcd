package tollgate;

import java.util.List;
import java.util.Optional;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Reading;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/** A provider that has a name, methods and needs, and is never spoken to. */
record SilentProvider(String name, List<Method> methods, Needs needs) implements Provider {

  @Override
  public Start start(Order order, Gateway gateway) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    throw new UnsupportedOperationException();
  }
}
