// The search dialog over Pagefind's index. What is found comes from strangers: it is shown as text
// nodes alone.
const dialog = document.querySelector(".search");
const input = dialog.querySelector("input");
const status = dialog.querySelector("[role=status]");
const list = dialog.querySelector("ol");
const more = dialog.querySelector(".search-more");
const tag = dialog.querySelector(".search-tag");
const AT_ONCE = 6;
const QUOTES = 3;
const TAGS = 100;
let pagefind;
let loading;
let found = [];
let shown = 0;

const make = (name, className, ...inside) => {
  const element = document.createElement(name);
  element.className = className;
  element.append(...inside);
  return element;
};

// Pagefind parts words by zero-width spaces where the language does not part them.
const wordsOf = (content) => {
  const joined = content.includes("\u200b");
  const words = joined ? content.split("\u200b") : content.split(/\s+/).map((word) => word + " ");
  return words.map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
};

const excerpt = (words, hits, from, to) => {
  const hit = hits.find((at) => at >= from && at < to);
  const start = Math.max(from, hit - 12);
  const end = Math.min(to, start + 45);
  const text = make("span", "search-text", start > from ? "…" : "");
  for (let at = start; at < end; at++) {
    const word = words[at] ?? "";
    text.append(hits.includes(at) ? make("mark", "", word) : word);
  }
  if (end < to) text.append("…");
  return text;
};

// Where the words were said: the quotes that hold the most of them, and what stands outside quotes.
const places = (data) => {
  const words = wordsOf(data.raw_content);
  const quotes = data.anchors.filter((anchor) => anchor.element === "article");
  const starts = [{ id: "", location: 0 }, ...quotes.sort((a, b) => a.location - b.location)];
  const parts = starts.map((start, n) => {
    const end = starts[n + 1]?.location ?? words.length;
    const weight = data.weighted_locations
      .filter((word) => word.location >= start.location && word.location < end)
      .reduce((sum, word) => sum + word.balanced_score, 0);
    return { id: start.id, from: start.location, to: end, weight };
  });
  return parts
    .filter((part) => part.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, QUOTES)
    .map((part) => ({ id: part.id, text: excerpt(words, data.locations, part.from, part.to) }))
    .filter(({ id, text }) => id || text.textContent.length > data.meta.title.length + 2);
};

const link = (url, className, ...inside) => {
  const element = make("a", className, ...inside);
  element.href = url;
  return element;
};

const row = (data) => {
  const parts = places(data).map(({ id, text }) =>
    link(data.url + (id && `#${encodeURIComponent(id)}`), "search-place", text),
  );
  return make("li", "", link(data.url, "search-title", data.meta.title ?? data.url), ...parts);
};

const say = (text) => {
  status.textContent = text;
};

const showMore = async () => {
  const asked = found;
  const next = asked.slice(shown, shown + AT_ONCE);
  const loaded = await Promise.all(next.map((result) => result.data()));
  if (asked !== found) return;
  shown += next.length;
  list.append(...loaded.map(row));
  more.hidden = shown >= found.length;
};

// The tags that most posts have, to search among theirs alone.
const offerTags = async () => {
  const counts = Object.entries((await pagefind.filters()).tag ?? {});
  const most = counts.sort((a, b) => b[1] - a[1]).slice(0, TAGS);
  tag.append(...most.map(([name, count]) => new Option(`${name} (${count})`, name)));
  tag.hidden = most.length === 0;
};

const load = async () => {
  pagefind = await import(dialog.dataset.index);
  await offerTags();
};

const remember = (words) => {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(words)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
};

const search = async () => {
  const query = input.value.trim();
  remember({ q: query });
  try {
    await (loading ??= load());
    const filters = tag.value ? { tag: tag.value } : {};
    const asked = query || tag.value;
    const answer = asked
      ? await pagefind.debouncedSearch(query || null, { filters }, 120)
      : { results: [] };
    if (!answer || query !== input.value.trim() || (filters.tag ?? "") !== tag.value) return;
    found = answer.results;
    shown = 0;
    list.replaceChildren();
    await showMore();
    say(asked && dialog.dataset[found.length ? "found" : "none"].replace("{n}", found.length));
  } catch {
    loading = undefined;
    say(dialog.dataset.failed);
  }
};

const step = (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by || event.target === tag) return;
  const stops = [input, ...list.querySelectorAll("a")];
  const next = stops[stops.indexOf(document.activeElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

input.addEventListener("input", search);
tag.addEventListener("change", search);
dialog.addEventListener("keydown", (event) => {
  // A search field takes the first Escape for itself.
  if (event.key === "Escape" && !event.isComposing) dialog.close();
  else step(event);
});
dialog.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.focus();
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest(".search-close")) dialog.close();
  // The way to a quote on this very page.
  else if (event.target.closest("a")?.pathname === location.pathname) dialog.close();
});
dialog.addEventListener("close", () => {
  remember({ q: "" });
});
more.addEventListener("click", showMore);

/** Opens the dialog; `query` is what is looked for, if it is known. */
export const open = (query) => {
  if (!dialog.open) dialog.showModal();
  if (query !== undefined) input.value = query;
  input.select();
  search();
};
