"""The web application: pages, components and the server that carries them."""
