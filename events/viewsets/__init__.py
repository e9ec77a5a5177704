"""The staff screens of this room, one noun a file: its list with filters, its views, and what binds them."""
