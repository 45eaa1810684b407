"""All rules, a module each; importing this registers them."""

import os
from importlib import import_module

# Not with pkgutil, which loads all of inspect: a hook that checks one post would wait for it.
for _module in sorted({name.split(".")[0] for name in os.listdir(__path__[0]) if name[0] != "_"}):  # noqa: PTH208
    import_module(f"{__name__}.{_module}")
