"""All rules, a module each, loaded when it is first asked (see `catalogue`)."""
