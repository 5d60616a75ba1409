// Narrows the list of advisories to one device. Nothing leaves the page; without this the whole list stands there.
(() => {
  'use strict';
  const search = document.getElementById('narrow');
  if (!search) return;
  const product = document.getElementById('narrow-product');
  const version = document.getElementById('narrow-version');
  const severity = document.getElementById('narrow-severity');
  const count = document.getElementById('narrow-count');

  const plain = (text) => text.normalize('NFKC').toLowerCase().trim();

  // Version parts are compared as numbers where both are numbers.
  const compare = (one, other) => {
    const a = one.split(/[.+_-]/);
    const b = other.split(/[.+_-]/);
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
      const x = a[i] ?? '0';
      const y = b[i] ?? '0';
      const numbers = /^\d+$/.test(x) && /^\d+$/.test(y);
      const difference = numbers ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0;
      if (difference !== 0) return difference;
    }
    return 0;
  };

  // 'yes', 'no', or 'unknown' where the range is written in words.
  const inRange = (range, asked) => {
    const bare = plain(range).replace(/^vers:generic\//, '').replace(/\s+/g, '');
    if (bare === '' || bare === '*') return 'yes';
    for (const part of bare.split(/[|,]/)) {
      const found = /^(<=|>=|<|>|=)?([0-9][0-9a-z.+_-]*)$/.exec(part);
      if (!found) return 'unknown';
      const d = compare(asked, found[2]);
      const holds = { '<': d < 0, '<=': d <= 0, '>': d > 0, '>=': d >= 0 }[found[1]] ?? d === 0;
      if (!holds) return 'no';
    }
    return 'yes';
  };

  const concerns = (advisory) => {
    const wanted = plain(product.value);
    const asked = plain(version.value);
    if (severity.value !== '' && advisory.severity !== severity.value) return false;
    if (wanted === '' && asked === '') return true;
    return advisory.products
      .filter((row) => plain(row.product + ' ' + row.model).includes(wanted))
      .some((row) => asked === '' || (row.affected && inRange(row.versions, asked) !== 'no'));
  };

  const narrow = (index) => {
    let shown = 0;
    for (const advisory of index.items) {
      const row = document.getElementById(advisory.id);
      const visible = concerns(advisory);
      if (row) row.hidden = !visible;
      shown += visible ? 1 : 0;
    }
    count.textContent = (shown === 0 ? search.dataset.none : search.dataset.some).replace('#', String(shown));
  };

  fetch(search.dataset.index, { headers: { Accept: 'application/json' } })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error('no index'))))
    .then((index) => {
      for (const field of [product, version, severity]) field.addEventListener('input', () => narrow(index));
      search.hidden = false;
    })
    .catch(() => {}); // the whole list is there
})();
