import { ask, listen, text } from './live.js';

const POLL_MS = 4000;
const state = document.querySelector('[data-state]');
const { project, payment, currency } = state.dataset;
const address = `/demo/state?${new URLSearchParams({ project, payment })}`;
const waitsForWay = location.pathname === '/demo/pay';

function show(now) {
  state.dataset.phase = now.phase;
  text('[data-headline]', now.headline);
  text('[data-text]', now.text);
  document.title = `${now.headline} · Hop`;
  document.querySelector('[data-pay]').hidden = now.phase !== 'AT_PROVIDER' || !now.redirect;
  if (waitsForWay && now.redirect && !now.final) location.replace(location.href);
  if (now.final) balance();
}

async function balance() {
  if (state.dataset.mine !== 'true') return;
  try {
    const { wallets } = await ask('/demo/wallets');
    const wallet = wallets.find((one) => String(one.project) === project && one.currency === currency);
    text('[data-newbalance]', `Balance: ${wallet.balance}`).hidden = false;
  } catch {
    // The answer that matters is on the page already.
  }
}

async function refresh() {
  try {
    show(await ask(address));
  } catch {
    // The next round asks again.
  }
}

const isOpen = () => !['PAID', 'DECLINED'].includes(state.dataset.phase);

listen({
  opened: refresh,
  lost: () => {},
  events: { payment: (now) => now.payment === payment && show(now) },
});

// Events may have gone to another browser of this customer, or to another node.
setInterval(() => isOpen() && !document.hidden && refresh(), POLL_MS);
