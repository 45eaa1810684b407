"""PARSE: text to shortcode calls with exact positions, and calls to quotes, folds, threads."""
