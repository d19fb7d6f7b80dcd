// What a page does to its readers, as a list of complaints; empty when it is fit to be seen.
() => {
  const complaints = [];
  const complain = (what, element) =>
    complaints.push(`${what}: ${(element?.outerHTML ?? '').slice(0, 120)}`);
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);

  const root = document.documentElement;
  if (!root.lang) complain('no language');
  if (!document.title.trim()) complain('no title');
  if (!document.querySelector('meta[name=viewport]')) complain('no viewport');
  if (root.scrollWidth > root.clientWidth) complain(`wider by ${root.scrollWidth - root.clientWidth}`);

  const headings = all('h1, h2, h3, h4').map((heading) => Number(heading.tagName[1]));
  if (headings.filter((level) => level === 1).length !== 1) complain('not one h1');

  const ids = new Set();
  for (const element of document.querySelectorAll('[id]')) {
    if (ids.has(element.id)) complain('id twice', element);
    ids.add(element.id);
  }

  const name = (element) =>
    element.textContent.trim() || element.ariaLabel || document.getElementById(element.getAttribute('aria-labelledby'));
  for (const input of all('input:not([type=hidden]), select, textarea')) {
    if (![...input.labels].some(name) && !name(input)) complain('no label', input);
  }
  for (const control of all('button, a[href], summary')) {
    if (!name(control)) complain('no name', control);
  }
  for (const image of document.querySelectorAll('img')) {
    if (!image.hasAttribute('alt')) complain('no alt', image);
    if (image.complete && !image.naturalWidth) complain('broken image', image);
  }
  for (const term of all('dt:not(:has(code, b))')) {
    if (!term.nextElementSibling?.textContent.trim()) complain('a row of nothing', term);
  }
  for (const box of all('button, .button, .go, input:not([type=radio])')) {
    const { height, left, right } = box.getBoundingClientRect();
    if (height < 40) complain(`only ${height} high`, box);
    if (left < 8 || right > root.clientWidth - 8) complain('at the very edge', box);
  }
  for (const card of all('main')) {
    const { left, right } = card.getBoundingClientRect();
    const isCard = getComputedStyle(card).borderTopWidth !== '0px';
    if (isCard && (left < 8 || right > root.clientWidth - 8)) complain('a card at the very edge', card);
  }

  for (const box of all('article, section, label, li, dd, p, h1, h2')) {
    const isHeld = getComputedStyle(box).display !== 'inline';
    if (isHeld && box.scrollWidth > box.clientWidth + 1) complain('spills over', box);
  }

  // Contrast as WCAG 2.2 counts it.
  const colour = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    const scale = text.startsWith('color(') ? 1 : 255;
    return { rgb: [r / scale, g / scale, b / scale], a };
  };
  const over = (top, below) => top.rgb.map((each, i) => each * top.a + below[i] * (1 - top.a));
  const ground = (element) => {
    if (!element) return matchMedia('(prefers-color-scheme: dark)').matches ? [0, 0, 0] : [1, 1, 1];
    const own = colour(getComputedStyle(element).backgroundColor);
    return own.a === 1 ? own.rgb : over(own, ground(element.parentElement));
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [less, more] = [light(one), light(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  for (const input of all('input[placeholder]')) {
    const style = getComputedStyle(input, '::placeholder');
    const behind = ground(input);
    const ink = colour(style.color);
    const found = contrast(over({ ...ink, a: ink.a * style.opacity }, behind), behind);
    if (found < 4.5) complain(`placeholder ${found.toFixed(2)}`, input);
  }
  const checked = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || checked.has(element) || !seen(element)) continue;
    checked.add(element);
    if (element.closest(':disabled, script, style, noscript, .skip:not(:focus)')) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const behind = ground(element);
    const found = contrast(over(colour(style.color), behind), behind);
    if (found < (isLarge ? 3 : 4.5)) complain(`contrast ${found.toFixed(2)}`, element);
  }
  return complaints;
}
