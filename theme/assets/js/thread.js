// Comforts of the thread; it can be read without any of them.
(() => {
  const KEY = "matome-keys";
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const thread = find(".post");
  const help = find("dialog.keys");
  const told = find(".thread-tools output");

  // Links into folds, also for browsers that do not open a fold by themselves.
  const target = (hash) => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null;
    }
  };
  const reveal = (element) => {
    for (let fold = element; (fold = fold.parentElement?.closest("details")); ) fold.open = true;
  };
  const follow = () => {
    const element = target(location.hash);
    if (!element?.closest(".mtm-fold:not([open])")) return;
    reveal(element);
    element.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  // A link to where one already is changes no hash.
  addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const element = link && target(link.hash);
    if (element) reveal(element);
  });
  follow();

  // Printed, a thread is whole. Folds of one name would close each other.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all(".mtm-fold:not([open])").map((fold) => [fold, fold.getAttribute("name")]);
    for (const [fold] of closed) {
      fold.removeAttribute("name");
      fold.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const [fold, name] of closed) {
      fold.open = false;
      if (name) fold.setAttribute("name", name);
    }
    closed = [];
  });

  if (!thread) return;

  // The filter itself is CSS; here it is told, and taken back.
  const choice = () => find('[name="mtm-speaker"]:checked')?.value || "";
  const choose = (value) => {
    const radio = find(`[name="mtm-speaker"][value="${value}"]`);
    if (radio) radio.checked = true;
    tell();
  };
  const tell = () => {
    const label = find('[name="mtm-speaker"]:checked')?.closest("label");
    if (told && label) told.textContent = label.textContent.trim();
  };
  addEventListener("change", (event) => event.target.name === "mtm-speaker" && tell());

  const steps = () => {
    const chosen = choice();
    return all(".mtm-quote,.mtm-fold > summary", thread).filter((one) => {
      if (!one.getClientRects().length) return false;
      if (!chosen) return true;
      if (one.localName === "summary") return !one.parentElement.open && find(`.mtm-s${chosen}`, one.parentElement);
      return one.classList.contains(`mtm-s${chosen}`);
    });
  };
  // A quote counts as at hand from the line where a link to it would put it.
  const top = (one) => one.getBoundingClientRect().top - 90;
  const step = (forward) => {
    const list = steps();
    const here = list.indexOf(document.activeElement);
    let next = list[here + (forward ? 1 : -1)];
    if (here < 0) {
      next = forward ? list.find((one) => top(one) > 0) : list.findLast((one) => top(one) < 0);
    }
    if (!next) return;
    if (next.localName !== "summary") next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  };
  const toggle = () => {
    const fold =
      document.activeElement.closest(".mtm-fold") ||
      all(".mtm-fold", thread).find((one) => one.getBoundingClientRect().bottom > 0);
    if (!fold) return;
    fold.open = !fold.open;
    const summary = find("summary", fold);
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "nearest" });
  };
  const ask = () => help && !help.open && help.showModal();

  // Single letters are in the way of who speaks to the computer: they can be switched off.
  const kept = (value) => {
    try {
      if (value !== undefined) localStorage.setItem(KEY, value);
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const box = help && find("input", help);
  if (box) {
    box.checked = kept() !== "off";
    box.addEventListener("change", () => kept(box.checked ? "on" : "off"));
  }
  find(".keys-show")?.addEventListener("click", ask);

  // Who is answered, and who answers, shown beside the link.
  const preview = document.createElement("div");
  preview.className = "preview";
  preview.hidden = true;
  let leaving;
  const hide = () => {
    preview.hidden = true;
  };
  const show = (link) => {
    clearTimeout(leaving);
    const quote = target(link.hash);
    if (!quote) return;
    const copy = find(".mtm-body", quote).cloneNode(true);
    for (const one of all("[id]", copy)) one.removeAttribute("id");
    // Nothing in it can be reached by Tab: it is a picture of what the link leads to.
    copy.inert = true;
    const name = document.createElement("b");
    name.textContent = find(".mtm-user", quote).textContent;
    preview.className = `preview ${quote.className.match(/mtm-h\d+/)}`;
    preview.replaceChildren(name, copy);
    preview.hidden = false;
    const at = link.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(at.left, width - preview.offsetWidth - 8));
    const above = at.top > preview.offsetHeight + 8 ? at.top - preview.offsetHeight - 4 : at.bottom + 4;
    preview.style.left = `${left + scrollX}px`;
    preview.style.top = `${above + scrollY}px`;
  };
  const ANSWER = ".mtm-reply,.mtm-answers a";
  if (find(ANSWER)) {
    document.body.append(preview);
    const over = (event) => {
      const link = event.target.closest?.(ANSWER);
      if (link) show(link);
      else if (preview.contains(event.target)) clearTimeout(leaving);
    };
    const out = () => {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 200);
    };
    for (const name of ["pointerover", "focusin"]) addEventListener(name, over);
    for (const name of ["pointerout", "focusout"]) addEventListener(name, out);
    addEventListener("click", hide);
  }

  const KEYS = { j: () => step(true), k: () => step(false), o: toggle, "?": ask };
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("dialog,textarea,select,[contenteditable],input:not([type=radio])")) return;
    if (event.key === "Escape") {
      if (!preview.hidden) hide();
      else if (choice()) choose("");
    } else if (Object.hasOwn(KEYS, event.key) && kept() !== "off") {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
})();
