"""Two languages as equals: what stands of each page in each, what may go live, and words for translators."""
