// Runs before the first paint, so that a chosen scheme never flashes in the other's colours.
(() => {
  const KEY = "matome-scheme";
  const NEXT = { auto: "light", light: "dark", dark: "auto" };
  const root = document.documentElement;

  const show = (chosen) => {
    const one = chosen === "light" || chosen === "dark";
    if (one) root.dataset.theme = chosen;
    else delete root.dataset.theme;
    for (const bar of document.querySelectorAll("meta[data-scheme]")) {
      const own = bar.dataset.scheme;
      bar.media = one ? (own === chosen ? "all" : "not all") : `(prefers-color-scheme: ${own})`;
    }
  };

  // A browser that keeps nothing throws: the choice then holds for the page.
  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const keep = (chosen) => {
    try {
      localStorage.setItem(KEY, chosen);
    } catch {}
  };

  show(kept());
  addEventListener("storage", (event) => event.key === KEY && show(event.newValue));
  addEventListener("pageshow", (event) => event.persisted && show(kept()));
  addEventListener("click", (event) => {
    if (!event.target.closest(".scheme-choice")) return;
    const chosen = NEXT[root.dataset.theme || "auto"];
    keep(chosen);
    show(chosen);
  });
})();
