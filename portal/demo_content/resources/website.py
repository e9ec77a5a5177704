"""The real Network's own website: a link, with no document."""

WEBSITE = {
    "slug_cy": "gwefan-y-rhwydwaith",
    "slug_en": "the-networks-website",
    "title": {"cy": "Gwefan Rhwydwaith Cydgynhyrchu Cymru", "en": "The website of the Co-production Network for Wales"},
    "summary": {
        "cy": "Lle i ddod o hyd i’r Rhwydwaith go iawn, y tu allan i’r enghraifft hon.",
        "en": "Where to find the real Network, outside this example.",
    },
    "kind": "link",
    "link": "https://copronet.wales/",
    "principles": ["networks"],
    "spectrum": ["with"],
    "problem_types": [],
    "topics": ["getting-started"],
    "region": "all",
    "licence": "",
    "year": 2026,
    "members_only": False,
    "pdf": {},
}
