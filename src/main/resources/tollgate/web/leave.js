// Once only: whoever comes back with the back button wants to choose, not to be sent off again.
const way = document.querySelector('[data-go]');
const gone = `gone:${location.pathname}`;
if (way && !sessionStorage.getItem(gone)) {
  sessionStorage.setItem(gone, 'yes');
  if (way instanceof HTMLFormElement) way.submit();
  else location.assign(way.href);
}
