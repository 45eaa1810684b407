"""READ: configuration, content files, shortcode templates and front matter of a Hugo site."""
