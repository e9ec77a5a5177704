"""What resources are about, in both languages. `code` is how the other files name a topic."""

TOPICS = [
    {"code": "getting-started", "name": {"cy": "Dechrau arni", "en": "Getting started"}},
    {"code": "community", "name": {"cy": "Cymuned", "en": "Community"}},
    {"code": "digital", "name": {"cy": "Digidol", "en": "Digital"}},
    {"code": "facilitation", "name": {"cy": "Hwyluso", "en": "Facilitation"}},
    {"code": "families", "name": {"cy": "Teuluoedd", "en": "Families"}},
    {"code": "health", "name": {"cy": "Iechyd", "en": "Health"}},
    {"code": "housing", "name": {"cy": "Tai", "en": "Housing"}},
    {"code": "learning-disability", "name": {"cy": "Anabledd dysgu", "en": "Learning disability"}},
    {"code": "measuring", "name": {"cy": "Mesur", "en": "Measuring"}},
    {"code": "older-people", "name": {"cy": "Pobl hŷn", "en": "Older people"}},
    {"code": "power", "name": {"cy": "Rhannu pŵer", "en": "Sharing power"}},
    {"code": "teams", "name": {"cy": "Timau a sefydliadau", "en": "Teams and organisations"}},
    {"code": "young-people", "name": {"cy": "Pobl ifanc", "en": "Young people"}},
]
