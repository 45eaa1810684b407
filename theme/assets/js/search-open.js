// Waits for somebody who searches; the search itself is fetched then.
(() => {
  const button = document.querySelector(".search-open");
  const asked = new URLSearchParams(location.search).get("q");
  const open = (query) => import(button.dataset.script).then((search) => search.open(query));

  addEventListener("click", (event) => event.target.closest(".search-open") && open());
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    event.preventDefault();
    open();
  });
  if (asked !== null) open(asked);
})();
