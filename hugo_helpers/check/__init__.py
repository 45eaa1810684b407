"""CHECK: rules over pages, and the findings they make."""
