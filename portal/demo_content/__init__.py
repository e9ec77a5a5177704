"""What the demo network says, in both languages: data only, turned into rows by portal.demo."""
