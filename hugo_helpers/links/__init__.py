"""READ: the full links of a thread, from its saved page, an API's answer or the web."""
