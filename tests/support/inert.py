"""Whether a page, as Chromium has read it, holds anything that could act beside our own scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SPY = """
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
    window[name] = () => { window.ran.push(name); };
"""
"""An init script: what payloads would call leaves its name in `ran`."""

PLAIN = """
html head body abbr article aside b bdi blockquote br code dd del dialog div dl dt em fieldset
figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i kbd legend li main mark nav output p
pre search section small span strong summary sup table tbody td thead title tr ul
"""
ALLOWED = {
    "*": "class id lang title hidden tabindex role data-user",
    "a": "href rel hreflang",
    "button": "type disabled",
    "details": "open name",
    "input": "type name value checked placeholder autocomplete",
    "form": "method",
    "img": "src srcset sizes alt width height loading decoding fetchpriority",
    "label": "for",
    "link": "rel href integrity type title hreflang sizes",
    "meta": "charset name content property media",
    "ol": "start",
    "script": "src type integrity defer",
    "th": "scope",
    "time": "datetime",
    **dict.fromkeys(
        PLAIN.split(),
        "",
    ),
    "svg": "viewBox width height preserveAspectRatio focusable fill stroke",
    **dict.fromkeys(("desc", "g", "text"), "x y transform"),
    "path": "d transform",
    "circle": "cx cy r",
    "rect": "x y width height rx ry",
    "line": "x1 y1 x2 y2",
}
"""Attributes by element; "*" on all, besides those that start with `aria-` or `data-`."""

FAULTS = r"""
(root, allowed, origin) => {
    const faults = [];
    const split = text => text.split(' ').filter(Boolean);
    const everywhere = split(allowed['*']);
    const known = new Map(Object.entries(allowed).map(
        ([name, keys]) => [name, new Set([...everywhere, ...split(keys)])]));
    known.delete('*');
    const address = /^(?:https?:\/\/[^\s"<>]+|mailto:[\w.+%-]+@[\w.-]+|#\S*|\/(?!\/)\S*|\?\S*)$/;
    for (const element of root.querySelectorAll('*')) {
        const name = element.localName;
        const fault = what => faults.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
        if (!known.has(name)) { fault(`<${name}>`); continue; }
        for (const {name: key, value} of element.attributes) {
            if (!known.get(name).has(key) && !/^(?:aria|data)-[\w-]+$/.test(key))
                fault(`${name}.${key}`);
            if (key === 'href' && !address.test(value) && element.rel !== 'icon')
                fault('href');
            if (key === 'src' && !/^(?:\/(?!\/)|data:image\/svg\+xml;)/.test(value)
                && !value.startsWith(origin + '/'))
                fault('src');
        }
        if (name === 'script') {
            if (element.type === 'application/ld+json') {
                try { JSON.parse(element.textContent); } catch (error) { fault('data'); }
            } else if (element.type || element.textContent.trim() || !element.integrity) {
                fault(name);
            }
        }
        if (name === 'form' && !element.matches('dialog.keys > form[method=dialog]')) fault(name);
        if (name === 'meta' && element.httpEquiv) fault(name);
        if (name === 'link' && ['stylesheet', 'preload', 'icon'].includes(element.rel)
            && !/^(?:\/(?!\/)|data:,)/.test(element.getAttribute('href')))
            fault(name);
    }
    const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
    while (comments.nextNode()) faults.push(`comment ${comments.currentNode.data.slice(0, 80)}`);
    return faults;
}
"""


def live_faults(page: Page) -> list[str]:
    """What stands in the open page that none of our templates writes, all folds opened."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    script = f"([allowed, origin]) => ({FAULTS})(document, allowed, origin)"
    faults: list[str] = page.evaluate(script, [ALLOWED, page.evaluate("location.origin")])
    ran: list[str] = page.evaluate("window.ran")
    return faults + [f"ran {name}" for name in ran]


def read_faults(page: Page, paths: list[str]) -> dict[str, list[str]]:
    """The same of further pages, read by the browser's parser without being shown."""
    script = f"""async ([allowed, paths]) => {{
        const found = {{}};
        for (const path of paths) {{
            const answer = await fetch(path);
            const root = new DOMParser().parseFromString(await answer.text(), 'text/html');
            const faults = ({FAULTS})(root, allowed, location.origin);
            if (faults.length || !answer.ok) found[path] = [String(answer.status), ...faults];
        }}
        return found;
    }}"""
    found: dict[str, list[str]] = page.evaluate(script, [ALLOWED, paths])
    return found
