import { ask, listen, text } from './live.js';

const HOOKS_MAX = 20;
const ROWS_MAX = 12;
const AGAIN_MS = 5000;

const $ = (id) => document.getElementById(id);

function element(name, className, words) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (words !== undefined) made.textContent = words;
  return made;
}

/* Wallets and history */

function when(date) {
  // The gateway writes +0000, which not every browser reads.
  const time = new Date(date.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (Number.isNaN(time.getTime())) return date;
  const clock = time.toLocaleTimeString('en-GB');
  if (time.toDateString() === new Date().toDateString()) return clock;
  return `${time.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}, ${clock}`;
}

function showWallet(wallet) {
  const card = `[data-wallet="${wallet.project}"][data-currency="${wallet.currency}"]`;
  text(`${card} [data-number]`, wallet.number.replace(/(\d{4})(?=\d)/g, '$1 '));
  const balance = document.querySelector(`${card} [data-balance]`);
  const changed = balance.dataset.known === 'yes' && balance.textContent !== wallet.balance;
  text(`${card} [data-balance]`, wallet.balance);
  balance.dataset.known = 'yes';
  if (changed) flash(document.querySelector(card));
}

function flash(card) {
  card.classList.remove('changed');
  requestAnimationFrame(() => card.classList.add('changed'));
}

function row(entry) {
  const item = element('li');
  const what = element('div');
  what.append(element('b', '', entry.method || (entry.credit ? 'Top-up' : 'Payment')), element('small', '', when(entry.date)));
  const money = element('div', entry.credit ? 'credit' : 'debit');
  money.append(element('b', '', entry.amount), element('small', '', `balance ${entry.after}`));
  item.append(what, money);
  return item;
}

// Entries of one second stay as they come: the gateway knows which is newer.
function showHistory(wallets) {
  const entries = wallets.flatMap((wallet) => wallet.history).sort((one, other) => other.date.localeCompare(one.date));
  $('rows').replaceChildren(...entries.slice(0, ROWS_MAX).map(row));
  $('norows').hidden = entries.length > 0;
}

let asking = false;
let askAgain = false;

// Never two at a time: the answer of the later question must be the one that stays.
async function refresh() {
  if (asking) {
    askAgain = true;
    return;
  }
  asking = true;
  try {
    const { wallets } = await ask('/demo/wallets');
    wallets.forEach(showWallet);
    showHistory(wallets);
    $('notice').hidden = true;
  } catch (problem) {
    notice(problem.message);
    setTimeout(refresh, AGAIN_MS);
  }
  asking = false;
  if (askAgain) {
    askAgain = false;
    refresh();
  }
}

function notice(words) {
  $('notice').textContent = words;
  $('notice').hidden = false;
}

/* What the merchant received */

const seen = new Map();

function hook(received) {
  const { payment = {}, operation = {}, wallet } = received.body;
  const item = element('li', 'hook');
  item.dataset.status = payment.status || '';
  const fold = element('details');
  const head = element('summary');
  const line = element('span', 'line');
  line.append(element('b', '', payment.status || 'webhook'), element('time', '', when(received.received_at)));
  const more = [`project ${received.body.project_id}`, `code ${operation.code}`, `attempt ${received.attempt}`];
  if (wallet) more.push('wallet credited');
  head.append(line, element('small', '', more.join(' · ')));
  const pretty = element('pre', '', JSON.stringify(received.body, null, 2));
  pretty.tabIndex = 0;
  fold.append(head, pretty);
  item.append(fold);
  return item;
}

function showHook(received) {
  const key = `${received.callback_id}/${received.received_at}`;
  if (seen.has(key)) return;
  seen.set(key, true);
  const list = $('hooks');
  list.prepend(hook(received));
  while (list.children.length > HOOKS_MAX) list.lastElementChild.remove();
  if (seen.size > 10 * HOOKS_MAX) seen.delete(seen.keys().next().value);
  $('nohooks').hidden = true;
}

async function showHooks() {
  const all = await ask('/demo/received').catch(() => []);
  all.reverse().forEach(showHook);
}

/* The form */

function chosen() {
  return document.querySelector('input[name=way]:checked')?.dataset ?? {};
}

function showQuick() {
  const { project, currency } = chosen();
  for (const group of document.querySelectorAll('[data-quick]')) {
    group.hidden = group.dataset.quick !== project || group.dataset.currency !== currency;
  }
  const mark = document.querySelector('input[name=way]:checked ~ .mark');
  $('amount').placeholder = document.querySelector('[data-quick]:not([hidden]) [data-amount]')?.dataset.amount ?? '';
  $('unit').textContent = mark ? `in ${mark.textContent}` : '';
}

function prepareForm() {
  for (const radio of document.querySelectorAll('input[name=way]')) {
    radio.addEventListener('change', () => {
      $('amount').value = '';
      showQuick();
    });
  }
  for (const chip of document.querySelectorAll('[data-amount]')) {
    chip.addEventListener('click', () => ($('amount').value = chip.dataset.amount));
  }
  for (const chip of document.querySelectorAll('[data-fault]')) {
    chip.addEventListener('click', () => ($('description').value = chip.dataset.fault));
  }
  $('form').addEventListener('submit', () => {
    // After the browser has collected the fields.
    setTimeout(() => {
      $('go').disabled = true;
      $('go').textContent = 'One moment…';
    });
  });
  // Back from the cache of the browser, the button must work again.
  addEventListener('pageshow', () => {
    $('go').disabled = false;
    $('go').textContent = 'Top up';
    showQuick();
  });
}

function live(state, words) {
  $('live').dataset.state = state;
  text('#live span', words);
}

prepareForm();
// The first question opens the wallets, and the name of this browser is known from then on.
listen({
  opened: () => {
    live('on', 'Live');
    refresh();
    showHooks();
  },
  lost: () => live('off', 'Reconnecting'),
  events: { payment: refresh, webhook: showHook },
});
