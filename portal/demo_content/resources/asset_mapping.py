"""Asset mapping: a picture of what is strong before what is wrong."""

from ..prose import sections

_CY = """
## Pam map asedau?

Mae’n hawdd rhestru beth sydd ar goll. Mae map asedau yn dechrau yn y lle arall: beth sydd yma’n barod? Mae’n
newid y sgwrs. Pobl â rhywbeth i’w gynnig sydd yn yr ystafell wedyn, nid pobl â phroblemau.

## Beth sy’n cyfrif fel ased

- Sgiliau a phrofiad: coginio, gofalu, trwsio, canu, siarad tair iaith.
- Pobl sy’n nabod pawb, ac sy’n dod â phobl at ei gilydd.
- Grwpiau a chlybiau, mawr a bach.
- Lleoedd: y neuadd, y caffi, y llwybrau, y gwrychoedd a’r coed.
- Sefydliadau, a’r bobl garedig sy’n gweithio ynddyn nhw.
- Straeon, hanes ac arferion y lle.

## Sut i wneud y map

- Casglwch grŵp bach cymysg. Gwahoddwch bobl sydd ddim fel arfer yn cael gwahoddiad.
- Cerddwch o gwmpas gyda’ch gilydd am awr. Stopiwch yn aml.
- Wedyn rhowch bapur mawr ar y bwrdd a thynnwch lun o’r ardal. Does dim rhaid iddo fod yn gywir.
- Mae pawb yn rhoi tri pheth ar y map: rhywbeth rwy’n ei wneud, rhywun rwy’n ei nabod, rhywle rwy’n ei hoffi.
- Tynnwch linellau rhwng pethau a allai helpu ei gilydd.

## Peidiwch â gorffen gyda’r map

Map ar wal yw map marw. Dewiswch ddwy linell a gofynnwch: beth fyddai’n digwydd petai’r ddau beth hyn yn cwrdd?
Pwy fydd yn gwneud y cyflwyniad? Rhowch ddyddiad arno.

## Byddwch yn ofalus

Gofynnwch cyn rhoi enw neb ar y map. Nid cronfa ddata yw pobl. A pheidiwch â defnyddio asedau pobl fel esgus
dros dynnu gwasanaeth yn ôl. Cydgynhyrchu yw rhoi pethau at ei gilydd, nid gadael pobl ar eu pennau eu hunain.
"""

_EN = """
## Why map assets?

It is easy to list what is missing. An asset map starts in the other place: what is here already? It changes the
conversation. The people in the room are then people with something to offer, not people with problems.

## What counts as an asset

- Skills and experience: cooking, caring, mending, singing, speaking three languages.
- People who know everybody, and who bring people together.
- Groups and clubs, large and small.
- Places: the hall, the café, the paths, the allotment and the trees.
- Organisations, and the kind people who work in them.
- The stories, history and habits of the place.

## How to make the map

- Gather a small mixed group. Invite people who are not usually invited.
- Walk around together for an hour. Stop often.
- Then put a large sheet of paper on the table and draw the area. It does not have to be correct.
- Everybody puts three things on the map: something I do, somebody I know, somewhere I like.
- Draw lines between things that could help each other.

## Do not end with the map

A map on a wall is a dead map. Choose two lines and ask: what would happen if these two things met? Who will
make the introduction? Put a date on it.

## Take care

Ask before you put anybody’s name on the map. People are not a database. And do not use people’s assets as an
excuse to take a service away. Co-production is about putting things together, not about leaving people on their
own.
"""

ASSET_MAPPING = {
    "slug_cy": "mapio-asedau",
    "slug_en": "asset-mapping",
    "title": {"cy": "Mapio asedau: beth sy’n gryf yma?", "en": "Asset mapping: what is strong here?"},
    "summary": {
        "cy": "Pecyn cymorth i weld pobl, sgiliau a chysylltiadau cymuned cyn edrych ar ei phroblemau.",
        "en": "A toolkit for seeing a community’s people, skills and connections before looking at its problems.",
    },
    "kind": "toolkit",
    "principles": ["strengths", "networks"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["community", "getting-started"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2025,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}
