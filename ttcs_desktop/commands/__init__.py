"""Groups of commands of `ttcs`, each over its services; `cli` puts them together."""
