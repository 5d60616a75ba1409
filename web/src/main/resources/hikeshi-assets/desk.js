// Behaviour that staff pages add to plain HTML. Loaded from our own origin; nothing is stored here.
'use strict';
(function () {
  // A panel whose owner does not answer keeps its place and says so (texts stand in the page).
  function panelDown(event) {
    var panel = event.target.closest('[data-panel]');
    if (!panel) return;
    var notice = panel.querySelector('[data-panel-down]');
    if (notice) notice.hidden = false;
  }
  document.addEventListener('htmx:responseError', panelDown);
  document.addEventListener('htmx:sendError', panelDown);
  document.addEventListener('htmx:timeout', panelDown);

  // After a swap focus moves to the changed heading, never to the top of the document. A panel that
  // comes by itself takes the focus from nobody.
  var asked = false;
  document.addEventListener('htmx:beforeSwap', function (event) {
    var config = event.detail.requestConfig;
    var active = document.activeElement;
    asked = event.target.contains(active) || Boolean(config && config.elt.contains(active));
  });
  document.addEventListener('htmx:afterSettle', function (event) {
    var heading = asked && event.target.querySelector('[data-focus]');
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: false });
    }
  });

  // Signed out meanwhile: sign in again without losing what was typed on this page.
  document.addEventListener('htmx:beforeSwap', function (event) {
    if (event.detail.xhr.status !== 401) return;
    var notice = document.getElementById('signed-out');
    if (notice) {
      notice.hidden = false;
      notice.querySelector('a').focus();
    }
  });

  // Five minutes before a session ends its page says so, and one press prolongs it.
  var ending = document.getElementById('session-ending');
  var timer;
  function wait() {
    clearTimeout(timer);
    ending.hidden = true;
    timer = setTimeout(function () {
      ending.hidden = false;
    }, Number(ending.dataset.afterMinutes) * 60000);
  }
  if (ending) {
    wait();
    document.addEventListener('htmx:afterRequest', function (event) {
      if (event.detail.successful && ending.contains(event.target)) wait();
    });
  }

  // Letter shortcuts: only where the profile switched them on; none changes state.
  if (document.documentElement.dataset.shortcuts !== 'on') return;
  var goes = { d: '/desk', c: '/desk/cases' };
  var afterG = false;
  document.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    var go = afterG && goes[event.key];
    afterG = event.key === 'g';
    if (go) {
      window.location.assign(go);
    } else if (event.key === '/') {
      var search = document.querySelector('input[type=search]');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    } else if (event.key === 'j' || event.key === 'k') {
      moveRow(event.key === 'j' ? 1 : -1);
    }
  });

  function moveRow(step) {
    var rows = Array.prototype.slice.call(document.querySelectorAll('[data-row] a[href]:first-of-type'));
    if (rows.length === 0) return;
    var at = rows.indexOf(document.activeElement);
    rows[Math.max(0, Math.min(rows.length - 1, at + step))].focus();
  }
})();
