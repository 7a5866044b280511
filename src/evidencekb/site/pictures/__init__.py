"""Pictures as inline SVG, made when the site is built; none needs a script."""
