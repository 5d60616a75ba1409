// Small comforts of the reporter's pages; every page is complete without them.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) { continue; }
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// A draft on this device, only if the reporter asks for it: what was typed, never files or hidden fields.
const DRAFT = 'hikeshi-report-draft';
const draft = document.getElementById('draft');
const typed = () => [...draft.form.elements].filter(
  (field) => field.name && !['hidden', 'file', 'submit'].includes(field.type));
const checkable = (field) => field.type === 'radio' || field.type === 'checkbox';
function keepDraft() {
  if (!draft.checked) { return; }
  const kept = typed().filter((field) => !checkable(field) || field.checked)
    .map((field) => [field.name, field.value]);
  localStorage.setItem(DRAFT, JSON.stringify(kept));
}
function takeUp(kept) {
  for (const field of typed()) {
    const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
    if (checkable(field)) {
      field.checked = values.includes(field.value);
    } else if (values.length) {
      field.value = values[0];
      if (field.value) { field.closest('details')?.setAttribute('open', ''); }
    }
  }
}
try {
  if (document.querySelector('[data-sent]')) { localStorage.removeItem(DRAFT); }
  if (draft) {
    const kept = localStorage.getItem(DRAFT);
    draft.checked = kept !== null;
    // What the server gives back after a mistake is newer than the draft.
    if (kept !== null && !document.getElementById('errors')) { takeUp(JSON.parse(kept)); }
    draft.closest('#draft-row').hidden = false;
    draft.form.addEventListener('input', keepDraft);
    draft.addEventListener('change', () => (draft.checked ? keepDraft() : localStorage.removeItem(DRAFT)));
  }
} catch {
  // A browser that keeps nothing, or kept something else: the page works without a draft.
}
