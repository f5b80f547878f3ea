// Runs before the first paint, so that a chosen theme or language never flashes. A file of its own
// because the content security policy allows no inline code.
(function () {
  var root = document.documentElement;
  // The address carries a document: that one comes, not the example that stands in the HTML.
  if (/^#\/mo(\?|$)/.test(location.hash)) root.dataset.own = "";
  try {
    var kept = JSON.parse(localStorage.getItem("bao-phu/settings")) || {};
    if (kept.theme === "light" || kept.theme === "dark") root.dataset.theme = kept.theme;
    if (kept.language === "vi" || kept.language === "en") root.lang = kept.language;
    // The reader has a scenario of her own: style sheets hide the example that stands in the HTML.
    if (kept.current) root.dataset.own = "";
  } catch (_) {
    // Blocked or damaged storage: the page opens as it does on a first visit, and says so later.
  }
  // Held as long as this page is open: the worker (assets/sw.js) keeps the files of every build that an open
  // page is of.
  var build = document.querySelector('meta[name="build"]').content;
  if (build && navigator.locks) {
    var name = "bao-phu " + new URL("./", location.href) + " " + build;
    navigator.locks.request(name, { mode: "shared" }, function () { return new Promise(function () {}); })
      .catch(function () {});
  }
})();
