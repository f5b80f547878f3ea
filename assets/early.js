// Runs before the first paint, so that a chosen theme or language never flashes. A file of its own
// because the content security policy allows no inline code.
(function () {
  var root = document.documentElement;
  try {
    var kept = JSON.parse(localStorage.getItem("bao-phu/settings")) || {};
    if (kept.theme === "light" || kept.theme === "dark") root.dataset.theme = kept.theme;
    if (kept.language === "vi" || kept.language === "en") root.lang = kept.language;
    // The reader has a scenario of her own: style sheets hide the example that stands in the HTML.
    if (kept.current) root.dataset.own = "";
  } catch (_) {
    // Blocked or damaged storage: the page opens as it does on a first visit, and says so later.
  }
})();
