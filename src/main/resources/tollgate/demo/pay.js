import { ask, listen } from './live.js';

const POLL_MS = 4000;
const form = document.querySelector('form[data-go]');
const app = document.querySelector('[data-app]');

// Once only: whoever comes back with the back button wants to choose, not to be sent off again.
if (form) {
  const gone = `gone:${location.search}`;
  if (!sessionStorage.getItem(gone)) {
    sessionStorage.setItem(gone, 'yes');
    form.submit();
  }
}

if (app) {
  const { project, payment } = app.dataset;
  const query = new URLSearchParams({ project, payment });
  const go = (now) => now.final && location.replace(`/demo/done?${query}`);
  const refresh = () => ask(`/demo/state?${query}`).then(go, () => {});
  listen({
    opened: refresh,
    lost: () => {},
    events: { payment: (now) => now.payment === payment && go(now) },
  });
  setInterval(() => !document.hidden && refresh(), POLL_MS);
}
