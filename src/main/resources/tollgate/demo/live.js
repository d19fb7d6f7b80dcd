// What the gateway told the merchant, as it happens. Whoever was away asks for everything again.

const AGAIN_MS = 5000;

export function listen({ opened, lost, events }) {
  const source = new EventSource('/demo/events');
  source.addEventListener('open', () => opened());
  source.addEventListener('error', () => {
    lost();
    // The browser tries again by itself unless it was refused.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => listen({ opened, lost, events }), AGAIN_MS);
    }
  });
  for (const [name, handle] of Object.entries(events)) {
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
  addEventListener('pagehide', () => source.close(), { once: true });
}

export async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  const body = await answer.json().catch(() => ({ error: 'The demo does not answer.' }));
  if (!answer.ok) throw new Error(body.error);
  return body;
}

export function text(selector, words) {
  const element = document.querySelector(selector);
  if (element && element.textContent !== words) element.textContent = words;
  return element;
}
