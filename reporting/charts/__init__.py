"""Pictures of the report as SVG in page millimetres, handed out as data: URIs with a text alternative."""
